import { firmNameKey, sameFirmName } from './domain/firm-name.ts';
import { sound } from './sound.ts';

/** What an index of names is asked for. */
export const keyOfName = (name: string): string => firmNameKey(name, sound);

/** How sure it is that two names as heard mean one firm: 0 to 1. */
export const sameName = (a: string, b: string): number => sameFirmName(a, b, sound);

export { SAME_FIRM_SCORE } from './domain/firm-name.ts';
