import { describe, expect, it } from '@jest/globals';
import { county } from '../../../test/builders.ts';
import { aNotice } from '../../../test/documents.ts';
import { urgeInterview } from './urge-interview.ts';

const missed = {
  interviewId: '019c5a00-0000-7000-8000-0000000000aa',
  number: '约20200214-0001',
  firmCreditCode: '91330226T00000001X',
  townCode: '330226110',
  dueAt: county('2020-02-15 10:00'),
};
const { id } = aNotice();
const numbered = { id, day: '2020-02-15', runningNumber: 7 };
const issuedAt = county('2020-02-15 10:00:01');

describe('an interview that was not held in time', () => {
  it.each([
    [
      { sub: 'chen', name: '陈指挥' },
      { commander: 'chen', commanderName: '陈指挥' },
    ],
    [null, { commander: null, commanderName: null }],
  ])('brings a numbered notice to the commander on duty: %o', (onDuty, commander) => {
    const { state, events } = urgeInterview(missed, onDuty, numbered, issuedAt);
    expect(state).toEqual(
      aNotice({
        ...{ version: 0, number: '催20200215-0007', about: missed.number, interviewId: missed.interviewId },
        ...{ taskId: null, taskForceCode: null, domain: null, townCode: '330226110', clock: null, ordinal: null },
        ...{ dueAt: missed.dueAt, issuedAt, ...commander },
      }),
    );
    expect(events).toEqual([
      expect.objectContaining({
        type: 'taskforce.interview.urged.v1',
        data: {
          ...{ urgingNoticeId: id, number: '催20200215-0007', interviewId: missed.interviewId },
          ...{ firmCreditCode: missed.firmCreditCode, townCode: '330226110' },
          ...{ dueAt: missed.dueAt.toISOString(), issuedAt: issuedAt.toISOString() },
        },
      }),
    ]);
  });
});
