import { OnFirmChanged } from './on-firm-changed.handler.ts';
import { OnFirmRegistered } from './on-firm-registered.handler.ts';

/** What of intake's events says which town a firm is of. */
export const heard = [OnFirmRegistered, OnFirmChanged] as const;
