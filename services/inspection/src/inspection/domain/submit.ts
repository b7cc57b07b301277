import type { Announcement } from '@qifutong/contracts/define-event';
import { inspectionSubmitted } from '@qifutong/contracts/inspection/inspection-submitted';
import { countyDay } from '@qifutong/kernel/county-time';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import type { Decision } from '@qifutong/kernel/decision';
import { answerRules, isPassed } from './answer-rules.ts';
import type { Circumstances } from './circumstances.ts';
import type { Delivery } from './delivery.ts';
import type { Inspection } from './inspection.ts';
import { reject } from './rejections.ts';

function announced(inspection: Inspection): Announcement {
  const { id, creditCode, townCode, rulebookVersion, performedAt, receivedAt, results, passed } = inspection;
  return inspectionSubmitted({
    inspectionId: id,
    firmCreditCode: creditCode,
    townCode,
    rulebookVersion,
    performedAt: performedAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    unmet: results.filter(({ result }) => result === 'UNMET').map(({ rule }) => rule),
    passed,
  });
}

/** True when the plan sends who delivers it to that firm on that day. */
function isPlanned({ performedAt, inspectors: [by] }: Delivery, { plan, timeZone }: Circumstances): boolean {
  return plan !== null && plan.inspectors.includes(by!) && plan.day === countyDay(performedAt, timeZone);
}

function assertInReach(delivery: Delivery, told: Circumstances, firmTown: string | null): void {
  const { planId } = delivery;
  const { inspectorTown: town, plan } = told;
  if (planId !== null && plan === null) throw reject('INSPECTION_PLAN_UNKNOWN', { field: 'planId', id: planId });
  if (town === null || firmTown === null || firmTown === town || isPlanned(delivery, told)) return;
  if (planId === null) throw reject('INSPECTION_OF_ANOTHER_TOWN', { field: 'creditCode', town });
  throw reject('INSPECTION_NOT_PLANNED', { field: 'planId', town });
}

function assertAllowed(delivery: Delivery, told: Circumstances, now: Date): void {
  const { creditCode, performedAt } = delivery;
  const { enrolment } = told;
  if (!isCreditCode(creditCode)) throw reject('INSPECTION_CREDIT_CODE_INVALID', { field: 'creditCode' });
  if (enrolment === null) throw reject('INSPECTION_FIRM_NOT_ENROLLED', { field: 'creditCode', creditCode });
  assertInReach(delivery, told, enrolment.townCode);
  if (performedAt > now) throw reject('INSPECTION_PERFORMED_IN_FUTURE', { field: 'performedAt' });
  if (performedAt < enrolment.enrolledAt)
    throw reject('INSPECTION_PERFORMED_BEFORE_ENROLMENT', { field: 'performedAt' });
}

function assertShows({ photos, creditCode }: Delivery, stored: Circumstances['photos']): void {
  photos.forEach((id, i) => {
    const field = `photos.${i}`;
    if (!stored.has(id)) throw reject('INSPECTION_PHOTO_UNKNOWN', { field, id });
    if ((stored.get(id) ?? creditCode) !== creditCode) throw reject('INSPECTION_PHOTO_OF_ANOTHER_FIRM', { field, id });
  });
}

function assertRegistered({ inspectors: [by, ...others] }: Delivery, registered: ReadonlySet<string>): void {
  others.forEach((sub, i) => {
    const isKnown = sub === by || registered.has(sub);
    if (!isKnown) throw reject('INSPECTION_INSPECTOR_UNKNOWN', { field: `inspectors.${i}`, sub });
  });
}

function assertSigned(signature: Delivery['signature']): void {
  const isEmpty = signature?.length === 0 || signature?.some((stroke) => stroke.length === 0);
  if (isEmpty) throw reject('INSPECTION_SIGNATURE_EMPTY', { field: 'signature' });
}

/** Takes an inspection into the firm's history: as unplanned where the plan that it names did not ask for it, so that no result is lost to a plan. */
export function submit(delivery: Delivery, told: Circumstances, now: Date): Decision<Inspection, Announcement> {
  const { enrolment, rulebook } = told;
  assertAllowed(delivery, told, now);
  if (rulebook === null) throw reject('INSPECTION_RULEBOOK_NOT_IN_FORCE', { field: 'performedAt' });
  const results = answerRules(delivery.results, rulebook);
  assertRegistered(delivery, told.colleagues);
  assertSigned(delivery.signature);
  assertShows(delivery, told.photos);
  const inspection: Inspection = {
    ...delivery,
    inspectors: [...new Set(delivery.inspectors)],
    version: 0,
    planId: isPlanned(delivery, told) ? delivery.planId : null,
    townCode: enrolment?.townCode ?? null,
    rulebookVersion: rulebook.version,
    receivedAt: now,
    results,
    passed: isPassed(results, rulebook),
    voidedAt: null,
  };
  return { state: inspection, events: [announced(inspection)] };
}
