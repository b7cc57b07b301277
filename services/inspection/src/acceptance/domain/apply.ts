import type { AcceptanceKind } from '@qifutong/contracts/fields';
import type { Announcement } from '@qifutong/contracts/define-event';
import { acceptanceApplied } from '@qifutong/contracts/inspection/acceptance-applied';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Acceptance } from './acceptance.ts';
import { reject } from './rejections.ts';

/** How the firm stands that an acceptance is applied for. */
export interface Situation {
  readonly kind: AcceptanceKind;
  /** enrolled for good, not only until an acceptance is decided */
  readonly enrolled: boolean;
  /** the order in force */
  readonly shutdownId: string | null;
  readonly open: boolean;
}

/** @throws when there is nothing to be accepted, or somebody applied already */
export function assertApplicable({ kind, enrolled, shutdownId, open }: Situation): void {
  if (open) throw reject('ACCEPTANCE_OPEN', { field: 'creditCode' });
  if (kind === 'FIRST' && enrolled) throw reject('ACCEPTANCE_FIRM_ENROLLED', { field: 'kind' });
  if (kind === 'RESUMPTION' && shutdownId === null) throw reject('ACCEPTANCE_NOT_SHUT_DOWN', { field: 'kind' });
}

type Application = Pick<Acceptance, 'id' | 'number' | 'creditCode' | 'townCode' | 'kind' | 'shutdownId' | 'appliedBy'>;

export function apply(application: Application, now: Date): Decision<Acceptance, Announcement> {
  const { id, number, creditCode, townCode, kind, shutdownId, appliedBy } = application;
  const state: Acceptance = {
    ...{ id, version: 0, number, creditCode, townCode, kind, shutdownId, appliedBy },
    status: 'OPEN',
    issuedAt: now,
    ...{
      inspectionId: null,
      decidedAt: null,
      decidedBy: null,
      decidedByName: null,
      reason: null,
      withdrawnAt: null,
      lapsedAt: null,
    },
  };
  return { state, events: [acceptanceApplied({ ...about(state), appliedAt: now.toISOString() })] };
}
