import { LRUCache } from 'lru-cache';
import { firmNameKey, readFirmName, SAME_FIRM_SCORE, sameFirm, type FirmName } from './domain/firm-name.ts';
import { firmsOf, type NamedFirm } from './domain/firms-of.ts';
import { sound } from './sound.ts';

/** What an index of names is asked for. */
export const keyOfName = (name: string): string => firmNameKey(name, sound);

/** How sure it is that two names as heard mean one firm: 0 to 1. */
export const sameName = (a: string, b: string): number => sameFirm(readOnce(a), readOnce(b), sound);

/** Which are of one firm, however it was misheard: what is proposed goes by it, and what is counted. @see firmsOf */
export function firmsNamed(named: readonly Omit<NamedFirm, 'firmKey'>[]): (string | null)[] {
  const keyed = named.map(({ firmCreditCode, firmName }) => ({
    firmCreditCode,
    firmName,
    firmKey: firmName === null ? null : keyOfName(firmName),
  }));
  return firmsOf(keyed, (a, b) => sameName(a, b) >= SAME_FIRM_SCORE);
}

export type { NamedFirm };

/** A name is compared with those of a whole window: it is taken apart once. */
const known = new LRUCache<string, FirmName>({ max: 20_000 });

function readOnce(name: string): FirmName {
  const before = known.get(name);
  if (before) return before;
  const read = readFirmName(name);
  known.set(name, read);
  return read;
}
