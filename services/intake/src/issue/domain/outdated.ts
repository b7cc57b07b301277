/** What a guidance has come to: its newest version, in force already or only announced. */
export interface Standing {
  readonly currentVersion: number;
  readonly withdrawn: boolean;
}

/** Whether what rests on that version of a guidance is to be looked at again (复核). */
export function isOutdated(version: number, { currentVersion, withdrawn }: Standing): boolean {
  return withdrawn || version < currentVersion;
}
