/** 日结: one day, frozen. Its numbers stand in its lines. */
export interface DailyClosure {
  readonly day: string;
  readonly version: number;
  /** 24:00 of the day */
  readonly endedAt: Date;
  readonly frozenAt: Date;
  readonly signedAt: Date | null;
  readonly signedBy: string | null;
  readonly signedByName: string | null;
  readonly remark: string | null;
}

/** What came out later: a frozen day is not changed, it is added to. */
export interface Addendum {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly addedByName: string;
}

/** In what the audit trail of a service ended when a day ended: who alters an entry from before must also alter this. */
export interface ClosureTrail {
  readonly day: string;
  readonly service: 'intake' | 'taskforce' | 'inspection';
  /** the place of its last entry */
  readonly link: number;
  /** in hexadecimal digits */
  readonly hash: string;
  readonly toldAt: Date;
}
