import type { Announcement } from '@qifutong/contracts/define-event';
import { supervisionAcknowledged } from '@qifutong/contracts/taskforce/supervision-acknowledged';
import { supervisionLifted } from '@qifutong/contracts/taskforce/supervision-lifted';
import type { Decision } from '@qifutong/kernel/decision';
import { notBefore } from './acknowledge.ts';
import { isAddressedTo, type Addressee } from './addressee.ts';
import { reject } from './rejections.ts';
import type { OnDuty, Supervision } from './supervision.ts';

function ofSupervision({ id: supervisionId, number, taskId, domain, taskForceCode: taskForce }: Supervision) {
  return { supervisionId, number, taskId, domain, taskForce };
}

/** 签收: the task force has seen that it is supervised; the first time counts. @throws SUPERVISION_OF_SOMEBODY_ELSE */
export function acknowledgeSupervision(
  supervision: Supervision,
  { by }: { readonly by: Addressee },
  now: Date,
): Decision<Supervision, Announcement> {
  const { number, openedAt } = supervision;
  if (!isAddressedTo(supervision, by)) throw reject('SUPERVISION_OF_SOMEBODY_ELSE', { field: 'supervisionId', number });
  if (supervision.acknowledgedAt !== null) return { state: supervision, events: [] };
  const acknowledgedAt = notBefore(openedAt, now);
  const told = { acknowledgedBy: by.sub, acknowledgedAt: acknowledgedAt.toISOString() };
  return {
    state: { ...supervision, acknowledgedAt, acknowledgedBy: by.sub, acknowledgedByName: by.name },
    events: [supervisionAcknowledged({ ...ofSupervision(supervision), ...told })],
  };
}

/** 解除督办: the commander is through with it, and says what came of it. @throws SUPERVISION_LIFTED */
export function lift(
  supervision: Supervision,
  { by, conclusion }: { readonly by: OnDuty; readonly conclusion: string },
  now: Date,
): Decision<Supervision, Announcement> {
  if (supervision.liftedAt !== null) throw reject('SUPERVISION_LIFTED', { number: supervision.number });
  const liftedAt = notBefore(supervision.openedAt, now);
  return {
    state: { ...supervision, liftedAt, liftedBy: by.sub, liftedByName: by.name, conclusion },
    events: [supervisionLifted({ ...ofSupervision(supervision), liftedBy: by.sub, liftedAt: liftedAt.toISOString() })],
  };
}
