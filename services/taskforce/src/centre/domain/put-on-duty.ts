import { reject } from './rejections.ts';

/** 值班指挥长: to whom notices to the centre itself go, from an instant on until somebody else is on duty. */
export interface CommanderOnDuty {
  readonly fromAt: Date;
  readonly sub: string;
  readonly name: string;
  readonly setBy: string;
}

interface Duty {
  readonly sub: string;
  readonly name: string;
  /** null: at once */
  readonly from: Date | null;
  readonly by: string;
}

/** Puts a commander on duty from now on or later: what was issued before went to whoever was on duty then. */
export function putOnDuty({ sub, name, from, by }: Duty, now: Date): CommanderOnDuty {
  if (from !== null && from < now) throw reject('COMMANDER_DUTY_IN_PAST', { field: 'from' });
  return { fromAt: from ?? now, sub, name, setBy: by };
}
