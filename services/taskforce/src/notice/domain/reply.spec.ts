import { describe, expect, it } from '@jest/globals';
import { urgingAcknowledged } from '@qifutong/contracts/taskforce/urging-acknowledged';
import { urgingReplied } from '@qifutong/contracts/taskforce/urging-replied';
import { county, later } from '../../../test/builders.ts';
import { aNotice } from '../../../test/documents.ts';
import { acknowledge } from './acknowledge.ts';
import { reply } from './reply.ts';

const by = { sub: 'testing-lead', name: '陈组长', taskForce: 'TESTING', commands: false };
const labour = { ...by, sub: 'labour-lead', taskForce: 'LABOUR' };
const commander = { sub: 'commander-1', name: '王指挥', taskForce: null, commands: true };
const now = county('2020-02-15 13:00');
const promisedAt = county('2020-02-15 18:00');
const answer = { reason: '试剂今晚到货', promisedAt, by, atMost: 'P30D' };
const notice = aNotice();
const toCentre = aNotice({ taskId: null, taskForceCode: null, centreClockId: notice.id, clock: 'CALLBACK' });

const told = {
  urgingNoticeId: notice.id,
  number: notice.number,
  taskId: notice.taskId,
  domain: 'TESTING',
  taskForce: 'TESTING',
} as const;
const acknowledged = urgingAcknowledged({ ...told, acknowledgedBy: by.sub, acknowledgedAt: now.toISOString() });
const replied = urgingReplied({
  ...told,
  ...{ repliedBy: by.sub, promisedAt: promisedAt.toISOString(), repliedAt: now.toISOString() },
});
const seen = { acknowledgedAt: now, acknowledgedBy: by.sub, acknowledgedByName: by.name };

describe('acknowledging a notice', () => {
  it('says who of the task force has seen it, and when', () => {
    expect(acknowledge(notice, { by }, now)).toEqual({ state: { ...notice, ...seen }, events: [acknowledged] });
  });

  it('counts the first time', () => {
    const once = { ...notice, ...seen };
    expect(acknowledge(once, { by: { ...by, sub: 'other' } }, later(now, 1))).toEqual({ state: once, events: [] });
  });

  it.each([
    ['a task force that it is not addressed to', notice, labour],
    ['a commander, of one to a task force', notice, commander],
    ['a task force, of one to the centre', toCentre, by],
    ['somebody of no task force, of one to the centre', toCentre, { ...by, taskForce: null }],
  ])('is not for %s', (_, one, who) => {
    expect(() => acknowledge(one, { by: who }, now)).toThrow(
      expect.objectContaining({ code: 'NOTICE_OF_SOMEBODY_ELSE' }),
    );
  });

  it('of one to the centre is for a commander', () => {
    expect(acknowledge(toCentre, { by: commander }, now).state.acknowledgedBy).toBe('commander-1');
  });

  it('never lies before its issue, though the clocks were set back', () => {
    const { state } = acknowledge(notice, { by }, later(notice.issuedAt, -3_600_000));
    expect(state.acknowledgedAt).toEqual(notice.issuedAt);
  });
});

describe('a reply', () => {
  const answered = {
    repliedAt: now,
    repliedBy: by.sub,
    repliedByName: by.name,
    replyReason: '试剂今晚到货',
    promisedAt,
  };

  it('gives the reason and a promise, and acknowledges', () => {
    expect(reply(notice, answer, now)).toEqual({
      state: { ...notice, ...seen, ...answered },
      events: [acknowledged, replied],
    });
  });

  it('to a notice that was acknowledged before leaves that as it was', () => {
    const known = { ...notice, acknowledgedAt: later(now, -1), acknowledgedBy: 'other' };
    expect(reply(known, answer, now)).toEqual({ state: { ...known, ...answered }, events: [replied] });
  });

  const refused = (code: string, field: string | null = null) => expect.objectContaining({ code, field });
  it.each([
    ['to somebody else’s notice', notice, { ...answer, by: labour }, refused('NOTICE_OF_SOMEBODY_ELSE', 'noticeId')],
    ['a second time', { ...notice, ...seen, ...answered }, answer, refused('NOTICE_ANSWERED')],
    [
      'that promises the past',
      notice,
      { ...answer, promisedAt: later(now, -1) },
      refused('PROMISE_PAST', 'promisedAt'),
    ],
    ['that promises this very instant', notice, { ...answer, promisedAt: now }, refused('PROMISE_PAST', 'promisedAt')],
    [
      'that promises more than may be granted',
      notice,
      { ...answer, promisedAt: later(now, 30 * 86_400_000 + 1) },
      refused('PROMISE_TOO_LATE', 'promisedAt'),
    ],
  ])('%s is refused', (_, one, input, rejection) => {
    expect(() => reply(one, input, now)).toThrow(rejection);
  });

  it('may promise the next millisecond', () => {
    expect(reply(notice, { ...answer, promisedAt: later(now, 1) }, now).state.promisedAt).toEqual(later(now, 1));
  });

  it('may promise what is granted at most, to the millisecond', () => {
    const last = later(now, 30 * 86_400_000);
    expect(reply(notice, { ...answer, promisedAt: last }, now).state.promisedAt).toEqual(last);
  });
});
