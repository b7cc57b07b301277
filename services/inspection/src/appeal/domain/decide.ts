import type { Announcement } from '@qifutong/contracts/define-event';
import { appealDecided } from '@qifutong/contracts/inspection/appeal-decided';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Appeal } from './appeal.ts';
import { reject } from './rejections.ts';

interface Ruling {
  readonly upheld: boolean;
  readonly reason: string;
  /** who found what is appealed */
  readonly inspectors: readonly string[];
  readonly by: string;
  readonly name: string;
}

/** Decided by somebody who neither lodged it nor made the inspection. */
export function decide(appeal: Appeal, ruling: Ruling, now: Date): Decision<Appeal, Announcement> {
  const { number, status, lodgedBy } = appeal;
  const { upheld, reason, inspectors, by, name } = ruling;
  if (status !== 'LODGED') throw reject('APPEAL_DECIDED', { field: 'id', number });
  if (lodgedBy === by) throw reject('APPEAL_LODGED_BY_CALLER', { field: 'id', number });
  if (inspectors.includes(by)) throw reject('APPEAL_INSPECTED_BY_CALLER', { field: 'id', number });
  const decided = { decidedAt: now, decidedBy: by, decidedByName: name, reason };
  const state: Appeal = { ...appeal, ...decided, status: upheld ? 'UPHELD' : 'DISMISSED' };
  return { state, events: [appealDecided({ ...about(state), upheld, decidedBy: by, decidedAt: now.toISOString() })] };
}
