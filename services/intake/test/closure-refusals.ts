import type { EntitySchema } from 'typeorm';
import {
  AddendumTable,
  AlarmTable,
  CarriedTable,
  ClosureTrailTable,
  DailyClosureTable,
  LineTable,
} from '../src/closure/closure.table.ts';
import { nothing } from '../src/closure/domain/account.ts';
import { TaskClockTable } from '../src/figures/task-clock.table.ts';

const day = '2020-02-14';
const at = new Date('2020-02-14T16:00:00.000Z');
const before = new Date('2020-02-14T15:59:59.999Z');
const unsigned = { signedAt: null, signedBy: null, signedByName: null, remark: null };
const closure = { day, version: 1, endedAt: at, frozenAt: at, ...unsigned };
const signed = { ...closure, signedAt: at, signedBy: 'commander-1', signedByName: '指挥长', remark: '已阅' };
const line = { day, dimension: 'TOWN', key: '330226110', ...nothing };
const carried = {
  day,
  issueId: '01900000-0000-7000-8000-000000000042',
  number: '20200214-0042',
  status: 'SOLVED',
  taskForce: null,
  townCode: null,
  channel: 'VISIT',
  registeredAt: at,
  reason: 'AWAITING_CALLBACK',
};
const trail = { day, service: 'intake', link: 1, hash: 'ab'.repeat(32), toldAt: at };
const addendum = {
  id: '01900000-0000-7000-8000-0000000000ad',
  day,
  text: '更正',
  addedAt: at,
  addedBy: 'analyst-1',
  addedByName: '研判员甲',
};
const alarm = { day, violations: [], raisedAt: at, triedAt: at, endedAt: null };

const clock = {
  taskId: addendum.id,
  kind: 'SOLUTION',
  issueId: addendum.id,
  commonIssueId: null,
  taskForce: 'LABOUR',
  townCode: null,
  channel: null,
  dueAt: at,
  metAt: null,
  missed: false,
  handedOverAt: null,
  cancelledAt: null,
};

/** Rows that the CHECKs of the daily closure refuse, each beside the fault that is all they are refused for. */
export const closureRefusals: readonly [string, EntitySchema, object, object][] = [
  ['daily_closure_version_check', DailyClosureTable, closure, { version: 0 }],
  ['daily_closure_frozen_after_end', DailyClosureTable, closure, { frozenAt: before }],
  ['daily_closure_signed', DailyClosureTable, signed, { signedAt: null }],
  ['daily_closure_signed_by_check', DailyClosureTable, signed, { signedBy: '' }],
  ['daily_closure_remark_check', DailyClosureTable, signed, { remark: '' }],
  ['daily_closure_line_dimension_check', LineTable, line, { dimension: 'FIRM' }],
  ['daily_closure_line_counts', LineTable, { ...line, registered: 1, rejected: 1 }, { registered: -1, rejected: -1 }],
  ['daily_closure_line_identity', LineTable, { ...line, registered: 1, rejected: 1 }, { registered: 2 }],
  ['daily_closure_line_overall', LineTable, line, { dimension: 'OVERALL' }],
  ['daily_closure_line_callbacks', LineTable, { ...line, callbacks: 1, callbacksReached: 1 }, { callbacks: 0 }],
  ['daily_closure_carried_reason_check', CarriedTable, carried, { reason: 'FORGOTTEN' }],
  ['daily_closure_trail_service_check', ClosureTrailTable, trail, { service: 'gateway' }],
  ['daily_closure_trail_link_check', ClosureTrailTable, trail, { link: 0 }],
  ['daily_closure_trail_hash_check', ClosureTrailTable, trail, { hash: 'AB'.repeat(32) }],
  ['daily_closure_addendum_text_check', AddendumTable, addendum, { text: '' }],
  ['daily_closure_addendum_added_by_check', AddendumTable, addendum, { addedBy: '' }],
  ['task_clock_kind_check', TaskClockTable, clock, { kind: 'CALLBACK' }],
  ['task_clock_of_one', TaskClockTable, clock, { issueId: null }],
  ['daily_closure_alarm_in_order', AlarmTable, alarm, { triedAt: before }],
];
