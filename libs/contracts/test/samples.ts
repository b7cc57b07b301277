import type { Announcement, EventDefinition } from '../src/define-event.ts';

/** A value for every field that any event has; the instants with an offset, as another publisher might write them. */
export const everything = {
  issueId: '01a1ffd7-9fde-75d7-a005-f0fd0c2d4995',
  reportId: '01a1ffd7-9fde-75d7-a005-f0fd0c2d4996',
  taskId: '01a1ffd7-9fde-75d7-a005-f0fd0c2d4997',
  callbackId: '01a1ffd7-9fde-75d7-a005-f0fd0c2d4998',
  inspectionId: '01a1ffd7-9fde-75d7-a005-f0fd0c2d4999',
  urgingNoticeId: '01a1ffd7-9fde-75d7-a005-f0fd0c2d499a',
  number: '20200214-0042',
  round: 1,
  nature: 'INDIVIDUAL',
  domain: 'SUPPLY_CHAIN',
  urgency: 'URGENT',
  channel: 'LINE_12345',
  firmCreditCode: '91330226MA2AABCD1X',
  townCode: '330226101',
  taskForce: 'labour',
  clock: 'SOLUTION',
  ordinal: 1,
  colour: 'YELLOW',
  previous: 'GREEN',
  run: 1,
  rulebookVersion: 1,
  unmet: ['R01'],
  passed: false,
  dispatchedBy: 'analyst-1',
  acceptedBy: 'lead-1',
  solvedBy: 'member-1',
  registeredAt: '2020-02-14T16:00:00+08:00',
  dispatchedAt: '2020-02-14T16:00:00+08:00',
  writtenOffAt: '2020-02-14T16:00:00+08:00',
  reopenedAt: '2020-02-14T16:00:00+08:00',
  acceptedAt: '2020-02-14T16:00:00+08:00',
  solutionDueAt: '2020-02-14T16:00:00+08:00',
  solvedAt: '2020-02-14T16:00:00+08:00',
  dueAt: '2020-02-14T16:00:00+08:00',
  noticedAt: '2020-02-14T16:00:00+08:00',
  issuedAt: '2020-02-14T16:00:00+08:00',
  performedAt: '2020-02-14T16:00:00+08:00',
  receivedAt: '2020-02-14T16:00:00+08:00',
  changedAt: '2020-02-14T16:00:00+08:00',
  since: '2020-02-14T16:00:00+08:00',
} as const;

/** The announcement of an event, with these fields in the place of the usual ones. */
export function announced(event: EventDefinition, told: object = {}): Announcement {
  return event({ ...everything, ...told });
}
