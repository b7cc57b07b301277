import { describe, expect, it } from '@jest/globals';
import { taskResumed } from '@qifutong/contracts/taskforce/task-resumed';
import { taskSuspended } from '@qifutong/contracts/taskforce/task-suspended';
import { aTask, county, elapsed, later, noCalendar } from '../../../test/builders.ts';
import { aTransferredTask, dueOf, nextId, ownLead, rules, working } from '../../../test/life-builders.ts';
import { resume as runOn, suspend as stop } from '../../clock/domain/clock-moves.ts';
import { breach } from './breach.ts';
import { cancel } from './cancel.ts';
import { close } from './close.ts';
import { resume } from './resume.ts';
import { settle } from './settle.ts';
import { suspend } from './suspend.ts';
import { cached, type Task } from './task.ts';
import { transfer } from './transfer.ts';
import { unsettle } from './unsettle.ts';
import { wake } from './wake.ts';

const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
const [evening, morning] = [county('2020-02-14 20:00'), county('2020-02-15 06:00')];
const why = { reason: 'WAITING_FOR_FIRM', note: '等企业补材料', by: 'analyst-1' } as const;
const suspending = (task: Task, now: Date) => suspend(task, why, now, noCalendar);
const going = { by: 'analyst-1', reason: null, note: null };
const resuming = (task: Task, now: Date, why: Partial<Parameters<typeof resume>[1]> = {}) =>
  resume(task, { ...going, ...why }, now, noCalendar);
const suspended = suspending(inWork, evening).state;
const { id: taskId, issueId, round, domain } = inWork;
const named = { taskId, issueId, commonIssueId: null, round, domain, taskForce: 'TESTING' } as const;

describe('a task that is suspended 14 Feb 20:00', () => {
  it('has no deadline, and is nothing to wake for', () => {
    const told = { suspensionReason: 'WAITING_FOR_FIRM', suspendedBy: 'analyst-1' } as const;
    const [acceptance, solution] = inWork.clocks;
    expect(suspending(inWork, evening)).toEqual({
      state: cached({
        ...inWork,
        status: 'SUSPENDED',
        suspendedAt: evening,
        suspendedBy: 'analyst-1',
        suspensionReason: 'WAITING_FOR_FIRM',
        suspensionNote: '等企业补材料',
        clocks: [acceptance!, stop(solution!, 'WAITING_FOR_FIRM', evening, noCalendar)],
      }),
      events: [taskSuspended({ ...named, ...told, suspendedAt: evening.toISOString() })],
    });
    expect([suspended.nextDueAt, suspended.wakeAt, suspended.overdue]).toEqual([null, null, false]);
  });

  it('and resumed 15 Feb 06:00 is due 15 Feb 20:00', () => {
    const due = county('2020-02-15 20:00');
    const answered = { reason: 'FIRM_ANSWERED', note: null } as const;
    const clocks = suspended.clocks.map((clock) => runOn(clock, morning, noCalendar, answered));
    const told = {
      resumptionReason: 'FIRM_ANSWERED',
      resumedBy: 'analyst-1',
      resumedAt: morning.toISOString(),
    } as const;
    expect(resuming(suspended, morning)).toEqual({
      state: cached({ ...inWork, clocks }),
      events: [taskResumed({ ...named, ...told, solutionDueAt: due.toISOString(), firmDueAt: null })],
    });
    const state = resuming(suspended, morning).state;
    expect(breach(state, due, noCalendar).events).toEqual([]);
    expect(breach(state, later(due, 1), noCalendar).events).toHaveLength(1);
  });

  it.each([
    ['WAITING_FOR_FIRM', 'FIRM_ANSWERED'],
    ['WAITING_FOR_HIGHER_AUTHORITY', 'AUTHORITY_ANSWERED'],
    ['FORCE_MAJEURE', 'FORCE_MAJEURE_OVER'],
  ] as const)('and resumed without a reason after %s goes on because of %s', (reason, come) => {
    const paused = suspend(inWork, { ...why, reason }, evening, noCalendar).state;
    expect(resuming(paused, morning).events[0]!.data['resumptionReason']).toBe(come);
  });

  it('keeps the reason for which it goes on, and its note; another reason needs one', () => {
    const because = { reason: 'OTHER', note: '企业撤回申请' } as const;
    const { state, events } = resuming(suspended, morning, because);
    expect(state.clocks.at(-1)!.history.at(-1)).toEqual({ type: 'RESUMED', at: morning, ...because });
    expect(events[0]!.data).toMatchObject({ resumptionReason: 'OTHER' });
    expect(JSON.stringify(events)).not.toContain(because.note);
    expect(() => resuming(suspended, morning, { reason: 'OTHER' })).toThrow(
      expect.objectContaining({ code: 'FIELD_REQUIRED', field: 'note' }),
    );
  });

  it('a paused task is not marked failed when it is saved after its old deadline, however long after and whatever is done to it then', () => {
    const long = county('2020-03-01 10:00');
    expect(breach(suspended, long, noCalendar)).toEqual({ state: suspended, events: [] });
    const gone = { because: 'MERGED', commonIssueId: null, at: long } as const;
    const cancelled = cancel(suspended, gone, long, noCalendar);
    const closed = close(suspended, { because: 'WRITTEN_OFF' }, long, noCalendar);
    expect([cancelled.state.status, cancelled.state.solveMissed]).toEqual(['CANCELLED', false]);
    expect([closed.state.status, closed.state.solveMissed, closed.events]).toEqual(['CLOSED', false, []]);
    expect(dueOf(resuming(suspended, long).state)['SOLUTION']).toEqual(county('2020-03-02 00:00'));
  });

  it.each([
    ['while it lasts', (task: Task) => resuming({ ...task, urgency: 'URGENT' }, morning).state],
    ['after it', (task: Task) => ({ ...resuming(task, morning).state, urgency: 'URGENT' as const })],
  ])('has its pause not forgotten when the priority changes %s, and the policy with it', (_, changed) => {
    const urgent = changed(suspended);
    const due = county('2020-02-15 20:00');
    expect(dueOf(urgent)).toMatchObject({ SOLUTION: due });
    expect(dueOf(cached(urgent))).toMatchObject({ SOLUTION: due });
    const [line] = rules.policies;
    const shorter = {
      ...line!,
      urgency: 'URGENT' as const,
      acceptWithin: elapsed('PT30M'),
      solveWithin: elapsed('PT8H'),
    };
    const how = { id: nextId, to: working('LABOUR'), reason: '属用工事项', by: ownLead };
    const { state } = transfer(urgent, how, morning, { ...rules, policies: [shorter, line!] }).opened;
    expect(dueOf(state)).toMatchObject({ FIRM: due, ACCEPTANCE: county('2020-02-15 06:30') });
  });

  it('is suspended to the millisecond', () => {
    const once = resuming(suspending(inWork, later(evening, 1)).state, later(evening, 2)).state;
    expect(once.nextDueAt).toEqual(later(county('2020-02-15 10:00'), 1));
  });

  it('and settled by a batch that is reverted is suspended still', () => {
    const by = { guidanceId: taskId, guidanceVersion: 1, batchId: taskId, at: morning };
    const settled = settle(suspended, by, morning, noCalendar).state;
    expect([settled.status, settled.solveMissed]).toEqual(['SOLUTION_PROPOSED', false]);
    const late = county('2020-02-20 10:00');
    const again = unsettle(settled, { at: late }, late, noCalendar);
    expect([again.state.status, again.state.nextDueAt, again.events.length]).toEqual(['SUSPENDED', null, 1]);
    expect(dueOf(resuming(again.state, late).state)['SOLUTION']).toEqual(county('2020-02-21 00:00'));
  });
});

describe('suspending', () => {
  it('is refused once the deadline has passed: nothing is left to stand still, and nobody is let off being urged', () => {
    const due = county('2020-02-15 10:00');
    const refused = expect.objectContaining({ code: 'SUSPENSION_TOO_LATE', field: 'taskId' });
    for (const task of [inWork, breach(inWork, later(due, 1), noCalendar).state])
      expect(() => suspending(task, later(due, 1))).toThrow(refused);
  });

  it('records first what was missed until then: it is overdue and urged on while the other clock stands still, and resuming does not undo it', () => {
    const handed = aTransferredTask(county('2020-02-14 13:00'));
    const now = county('2020-02-15 11:00');
    const { state, events } = suspending(handed, now);
    const firmDue = county('2020-02-15 10:00');
    expect(events.map(({ type }) => type)).toEqual(['taskforce.firm-clock.breached.v1', 'taskforce.task.suspended.v1']);
    expect(state).toMatchObject({ overdue: true, nextDueAt: null, wakeAt: now, deadlineAt: firmDue });
    const every = () => 12 * 3_600_000;
    const [once, again] = [now, later(now, every())].reduce<Task[]>(
      (seen, at) => [...seen, wake(seen.at(-1) ?? state, at, noCalendar, every).state],
      [],
    ) as [Task, Task];
    expect([once.timesUrged, again.timesUrged, again.status]).toEqual([1, 2, 'SUSPENDED']);
    const after = resuming(again, county('2020-02-16 10:00'));
    expect([after.state.overdue, dueOf(after.state)['SOLUTION']]).toEqual([true, county('2020-02-16 12:00')]);
  });

  it('at the very deadline leaves nothing but the instant at which it is resumed', () => {
    const state = resuming(suspending(inWork, county('2020-02-15 10:00')).state, morning).state;
    expect(state.nextDueAt).toEqual(county('2020-02-15 10:00'));
    const later1 = resuming(suspending(inWork, county('2020-02-15 10:00')).state, county('2020-02-17 10:00')).state;
    expect(later1.nextDueAt).toEqual(county('2020-02-17 10:00'));
  });

  it("stops the firm's own clock too", () => {
    const accepted = aTransferredTask(county('2020-02-14 13:00'));
    const both = resuming(suspending(accepted, evening).state, morning);
    const [own, firms] = [county('2020-02-15 23:00'), county('2020-02-15 20:00')];
    expect(dueOf(both.state)).toMatchObject({ SOLUTION: own, FIRM: firms });
    expect(both.events[0]!.data).toMatchObject({ solutionDueAt: own.toISOString(), firmDueAt: firms.toISOString() });
  });

  it('is of a task in work, and resuming of a suspended one', () => {
    const forbidden = expect.objectContaining({ code: 'TASK_STATUS_FORBIDS_MOVE' });
    expect(() => suspending(aTask(), evening)).toThrow(forbidden);
    expect(() => suspending(suspended, evening)).toThrow(forbidden);
    expect(() => resuming(inWork, evening)).toThrow(forbidden);
  });
});
