import { describe, expect, it } from '@jest/globals';
import type { Announcement } from '@qifutong/contracts/define-event';
import { rejectionReasons } from '@qifutong/contracts/fields';
import type { Decision } from '@qifutong/kernel/decision';
import { Rejection } from '@qifutong/kernel/rejection';
import * as fc from 'fast-check';
import { anIssue } from '../../../test/builders.ts';
import { aCall, anotherIssue, attemptsOn } from '../../../test/life-builders.ts';
import { answerIssue } from './answer.ts';
import { assign, unassign } from './assign.ts';
import { callbackOutcomes } from './callback.ts';
import { standardPolicy as policy } from './callback-policy.ts';
import { findIneffective } from './find-ineffective.ts';
import { dispatch } from './dispatch.ts';
import { isOpen, type Issue } from './issue.ts';
import { merge } from './merge.ts';
import { optOut } from './opt-out.ts';
import { recordCallback } from './record-callback.ts';
import { rejectIssue } from './reject.ts';
import { reopen } from './reopen.ts';
import { solve } from './solve.ts';
import { startWork } from './start-work.ts';
import { giveBack, takeOver } from './take-over.ts';
import { triage } from './triage.ts';
import { unmerge } from './unmerge.ts';
import { writeOffUnreached } from './write-off-unreached.ts';

type Move = (issue: Issue, now: Date) => Decision<Issue, Announcement>;

const person = fc.constantFrom('operator-1', 'operator-2', 'analyst-1', 'lead-1', 'lead-2', 'commander-1');
const taskId = fc.constantFrom('01900000-0000-7000-8000-0000000000b1', '01900000-0000-7000-8000-0000000000b2');
const words = fc.constantFrom('仍未收到', '并错了');
const days = fc.array(fc.constantFrom('2020-02-15', '2020-02-16'), { maxLength: 4 });
const outcome = fc.constantFrom(...callbackOutcomes);
const standing = fc.constantFrom({ currentVersion: 1, withdrawn: false }, { currentVersion: 2, withdrawn: false });
const guidance = fc.option(
  standing.map((now) => ({
    id: '01900000-0000-7000-8000-0000000000e1',
    version: 1,
    author: 'analyst-7',
    standing: now,
    outside: () => null,
  })),
);

/** Every move, made by anybody with anything. */
const moves: readonly fc.Arbitrary<Move>[] = [
  person.map((by) => (issue, now) => triage(issue, { domain: 'MATERIALS', urgency: 'URGENT', by }, now)),
  person.map((by) => (issue, now) => dispatch(issue, { by }, now)),
  fc.tuple(guidance, person).map(
    ([rests, by]) =>
      (issue, now) =>
        answerIssue(issue, { answer: '可', domain: null, guidance: rests, by }, policy, now),
  ),
  fc.tuple(fc.constantFrom(...rejectionReasons), person).map(
    ([reason, by]) =>
      (issue, now) =>
        rejectIssue(issue, { reason, note: null, by }, now),
  ),
  taskId.map((id) => (issue, now) => assign(issue, { taskId: id, taskForce: 'MATERIALS', at: now })),
  taskId.map((id) => (issue) => unassign(issue, { taskId: id })),
  fc.tuple(taskId, person).map(
    ([id, by]) =>
      (issue, now) =>
        startWork(issue, { by, taskId: id, taskForce: 'TESTING', at: now }),
  ),
  person.map((by) => (issue, now) => solve(issue, { by, solvedAt: now }, policy)),
  person.map((by) => (issue) => findIneffective(issue, { by })),
  fc.tuple(outcome, person).map(
    ([what, by]) =>
      (issue, now) =>
        recordCallback(issue, { ...aCall(), outcome: what, by }, { earlier: [], policy }, now),
  ),
  fc.tuple(days, words, person).map(
    ([tried, reason, by]) =>
      (issue, now) =>
        writeOffUnreached(issue, { reason, by, attempts: attemptsOn(...tried) }, policy, now),
  ),
  fc.tuple(words, person).map(
    ([reason, by]) =>
      (issue, now) =>
        reopen(issue, { reason, by }, now),
  ),
  person.map((by) => (issue, now) => merge(issue, { into: anotherIssue(), sameFirm: false, by }, now)),
  fc.tuple(words, person, fc.option(standing)).map(
    ([reason, by, now]) =>
      (issue, at) =>
        unmerge(issue, { reason, by, standing: now }, policy, at),
  ),
  fc.boolean().map((optedOut) => (issue) => optOut(issue, { optedOut })),
  fc.tuple(person, fc.constantFrom('NORMAL', 'URGENT'), fc.boolean()).map(
    ([by, urgency, optedOut]) =>
      (issue, now) =>
        takeOver(issue, anotherIssue({ handledBy: [by], urgency, optedOut }), { by }, now),
  ),
  person.map((by) => (issue, now) => giveBack(issue, [], { by }, now)),
];
const lives = fc.array(fc.oneof(...moves), { maxLength: 60, size: 'max' });

/** A state, what it became, and what was said of it; a move that is refused is none. */
interface Step {
  readonly before: Issue;
  readonly after: Issue;
  readonly events: readonly Announcement[];
}

function stepsOf(life: readonly Move[]): Step[] {
  let before = anIssue();
  return life.flatMap((move, i) => {
    try {
      const { state: after, events } = move(before, new Date(before.registeredAt.getTime() + i * 3_600_000));
      const step = { before, after, events };
      before = after;
      return [step];
    } catch (cause) {
      if (cause instanceof Rejection) return [];
      throw cause;
    }
  });
}

const always = (holds: (step: Step) => boolean) =>
  // a failure prints the seed and the path that reproduce it
  fc.assert(
    fc.property(lives, (life) => stepsOf(life).every(holds)),
    { numRuns: 500 },
  );

describe('whatever happens to an issue', () => {
  it('who was asked first stays answerable, and its number and firm stay', () => {
    always(
      ({ before, after }) =>
        after.firstContactSub === before.firstContactSub &&
        after.firstContactName === before.firstContactName &&
        after.number === before.number &&
        after.firmCreditCode === before.firmCreditCode,
    );
  });

  it('its round never falls, and rises by one where it is reopened and nowhere else', () => {
    always(({ before, after }) => {
      const isReopened = after.status === 'REOPENED' && before.status !== 'REOPENED' && before.status !== 'MERGED';
      return after.round === before.round + (isReopened ? 1 : 0);
    });
  });

  it('who had a hand in it is never forgotten, and nobody is listed twice', () => {
    always(
      ({ before, after }) =>
        before.handledBy.every((sub, i) => after.handledBy[i] === sub) &&
        new Set(after.handledBy).size === after.handledBy.length,
    );
  });

  it('it is written off where that is announced, and nowhere else', () => {
    always(({ before, after, events }) => {
      const isOff = after.status === 'WRITTEN_OFF' && before.status !== 'WRITTEN_OFF';
      return isOff === events.some(({ type }) => type === 'intake.issue.written-off.v1');
    });
  });

  it('its columns agree with its state, as the table demands', () => {
    always(({ after }) => {
      const toCallBack = after.status === 'SOLVED' || after.status === 'ANSWERED';
      const isWorkedOn = after.status === 'DISPATCHED' || after.status === 'IN_PROGRESS';
      const [isOff, isMerged] = [after.status === 'WRITTEN_OFF', after.status === 'MERGED'];
      const agree = [
        (after.callbackDueAt !== null) === toCallBack,
        toCallBack ? after.solvedAt !== null : after.callAgainAt === null,
        (after.writtenOffAt !== null) === isOff,
        isOff || !after.unreached,
        [after.mergedInto, after.formerStatus].every((one) => (one !== null) === isMerged),
        after.statusReason !== null || after.status !== 'REJECTED',
        (after.guidanceId === null) === (after.guidanceVersion === null),
        !after.tookUrgency || after.urgency === 'URGENT',
        !after.tookOptOut || after.optedOut,
        !isWorkedOn || [after.domain, after.dispatchedAt].every((one) => one !== null),
      ];
      return agree.every(Boolean);
    });
  });

  it('every change from open to closed is announced, and every change back', () => {
    const closing = ['intake.issue.written-off.v1', 'intake.issue.rejected.v1', 'intake.issue.merged.v1'];
    always(({ before, after, events }) => {
      const types = events.map(({ type }) => type);
      const closes = isOpen(before) && !isOpen(after);
      const opens = !isOpen(before) && isOpen(after);
      return (
        types.some((type) => closing.includes(type)) === closes &&
        types.includes('intake.issue.readmitted.v1') === opens
      );
    });
  });

  it('all states are come by: the lives that are tried are not all short', () => {
    const seen = new Set(
      fc
        .sample(lives, { numRuns: 500, seed: 20200214 })
        .flatMap((life) => stepsOf(life).map(({ after }) => after.status)),
    );
    expect(seen.size).toBe(9);
  });
});
