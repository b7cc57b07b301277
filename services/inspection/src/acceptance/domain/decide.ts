import type { Announcement } from '@qifutong/contracts/define-event';
import { acceptanceApproved } from '@qifutong/contracts/inspection/acceptance-approved';
import { acceptanceRefused } from '@qifutong/contracts/inspection/acceptance-refused';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Acceptance } from './acceptance.ts';
import { reject } from './rejections.ts';

/** The inspection on site. */
export interface OnSite {
  readonly id: string;
  readonly creditCode: string;
  readonly performedAt: Date;
  readonly inspectors: readonly string[];
  readonly results: readonly { readonly result: 'MET' | 'UNMET' | 'NOT_APPLICABLE' }[];
  readonly voidedAt: Date | null;
}

interface Ruling {
  readonly approved: boolean;
  /** null: none was named */
  readonly onSite: OnSite | null;
  /** the firm's last inspection that is valid, by the time performed */
  readonly lastInspection: string | null;
  /** who inspected the firm since the application, also where that is voided */
  readonly inspectedBy: readonly string[];
  readonly reason: string | null;
  readonly by: string;
  readonly name: string;
}

const field = 'inspectionId';

function assertRightOne({ creditCode, issuedAt }: Acceptance, onSite: OnSite, by: string): void {
  if (onSite.creditCode !== creditCode) throw reject('ACCEPTANCE_INSPECTION_NOT_FOUND', { field });
  if (onSite.voidedAt !== null) throw reject('ACCEPTANCE_INSPECTION_VOIDED', { field });
  if (onSite.performedAt < issuedAt) throw reject('ACCEPTANCE_INSPECTION_TOO_EARLY', { field });
  if (onSite.inspectors.includes(by)) throw reject('ACCEPTANCE_INSPECTED_BY_CALLER', { field });
}

function assertPassed(onSite: OnSite | null, lastInspection: string | null): void {
  if (!onSite) throw reject('FIELD_REQUIRED', { field });
  if (onSite.results.some(({ result }) => result !== 'MET')) throw reject('ACCEPTANCE_RULES_NOT_MET', { field });
  if (onSite.id !== lastInspection) throw reject('ACCEPTANCE_INSPECTION_NOT_LAST', { field });
}

function assertDecidable(acceptance: Acceptance, ruling: Ruling): void {
  const { approved, onSite, lastInspection, inspectedBy, reason, by } = ruling;
  if (acceptance.status !== 'OPEN') throw reject('ACCEPTANCE_NOT_OPEN', { field: 'id', number: acceptance.number });
  if (acceptance.appliedBy === by)
    throw reject('ACCEPTANCE_APPLIED_BY_CALLER', { field: 'id', number: acceptance.number });
  if (!approved && reason === null) throw reject('FIELD_REQUIRED', { field: 'reason' });
  if (onSite) assertRightOne(acceptance, onSite, by);
  if (approved) assertPassed(onSite, lastInspection);
  if (inspectedBy.includes(by)) throw reject('ACCEPTANCE_INSPECTED_BY_CALLER', { field: 'id' });
}

/** Approves with all rules met on site and nothing found since, or refuses with a reason. */
export function decide(acceptance: Acceptance, ruling: Ruling, now: Date): Decision<Acceptance, Announcement> {
  assertDecidable(acceptance, ruling);
  const { approved, onSite, reason, by, name } = ruling;
  const decided = { decidedAt: now, decidedBy: by, decidedByName: name, reason, inspectionId: onSite?.id ?? null };
  const state: Acceptance = { ...acceptance, ...decided, status: approved ? 'APPROVED' : 'REFUSED' };
  const [told, at] = [about(state), now.toISOString()];
  const event =
    approved && onSite
      ? acceptanceApproved({ ...told, inspectionId: onSite.id, approvedBy: by, approvedAt: at })
      : acceptanceRefused({ ...told, refusedBy: by, refusedAt: at });
  return { state, events: [event] };
}
