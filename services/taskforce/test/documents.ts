import { unanswered, type UrgingNotice } from '../src/notice/domain/urging-notice.ts';
import type { Supervision } from '../src/notice/domain/supervision.ts';
import { aTask, county } from './builders.ts';

/** The first notice to TESTING, for the solution that was due on 15 Feb at 10:00. */
export function aNotice(named: Partial<UrgingNotice> = {}): UrgingNotice {
  const { id: taskId, number: about, domain, townCode, taskForceCode } = aTask();
  return {
    id: '019c5a00-0000-7000-8000-000000000009',
    version: 1,
    number: '催20200215-0001',
    taskId,
    taskForceCode,
    centreClockId: null,
    interviewId: null,
    commander: null,
    commanderName: null,
    about,
    domain,
    townCode,
    clock: 'SOLUTION',
    ordinal: 1,
    dueAt: county('2020-02-15 10:00'),
    issuedAt: county('2020-02-15 12:00'),
    urgedBy: null,
    urgedByName: null,
    reason: null,
    ...unanswered,
    ...named,
  };
}

/** The supervision that the third of these brought about. */
export function aSupervision(named: Partial<Supervision> = {}): Supervision {
  const { id: taskId, number: about, domain, townCode, taskForceCode } = aTask();
  return {
    id: '019c5a00-0000-7000-8000-00000000000a',
    version: 1,
    number: '督20200216-0001',
    taskId,
    taskForceCode,
    about,
    domain,
    townCode,
    urgingNoticeId: '019c5a00-0000-7000-8000-000000000009',
    reason: '同一期限已催办3次,仍未办结',
    commander: 'commander-1',
    commanderName: '指挥长甲',
    openedAt: county('2020-02-16 12:00'),
    openedBy: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    acknowledgedByName: null,
    liftedAt: null,
    liftedBy: null,
    liftedByName: null,
    conclusion: null,
    ...named,
  };
}
