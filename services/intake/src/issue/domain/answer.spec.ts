import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { answerIssue } from './answer.ts';
import { standardPolicy } from './callback-policy.ts';

const now = new Date('2020-02-14T02:00:00.000Z');
const guidance = {
  id: '01900000-0000-7000-8000-0000000000e1',
  version: 3,
  author: 'analyst-7',
  standing: { currentVersion: 3, withdrawn: false },
  outside: () => null,
};

describe('an answer on the spot (即时答复)', () => {
  it('is called back within the day, by none of those who wrote or gave it, and names the guidance that it rests on', () => {
    const issue = anIssue();
    const given = { answer: '凭复工备案即可进村', domain: 'PASSAGE', guidance, by: 'operator-3' } as const;
    const rests = { guidanceId: guidance.id, guidanceVersion: 3 };
    expect(answerIssue(issue, given, standardPolicy, now)).toEqual({
      state: {
        ...issue,
        ...rests,
        status: 'ANSWERED',
        domain: 'PASSAGE',
        answer: '凭复工备案即可进村',
        solvedAt: now,
        callbackDueAt: new Date('2020-02-15T02:00:00.000Z'),
        callbackPolicyVersion: 1,
        handledBy: ['operator-1', 'analyst-7', 'operator-3'],
      },
      events: [
        {
          type: 'intake.issue.answered.v1',
          aggregateType: 'issue',
          aggregateId: issue.id,
          department: 'passage',
          data: {
            issueId: issue.id,
            number: '20200214-0042',
            round: 1,
            domain: 'PASSAGE',
            ...rests,
            answeredAt: '2020-02-14T02:00:00.000Z',
            callbackDueAt: '2020-02-15T02:00:00.000Z',
          },
        },
      ],
    });
  });

  it('by a version of which the next one is announced already is to be looked at again', () => {
    const announced = { ...guidance, standing: { currentVersion: 4, withdrawn: false } };
    const given = { answer: '可以', domain: null, guidance: announced, by: 'operator-3' };
    expect(answerIssue(anIssue(), given, standardPolicy, now).state).toMatchObject({
      guidanceVersion: 3,
      reviewDue: true,
    });
  });

  it.each([
    ['LABOUR', null, 'LABOUR'],
    ['LABOUR', 'PASSAGE', 'PASSAGE'],
    [null, null, null],
  ] as const)('is refused by what the guidance does not cover: of %s, said to be of %s', (triaged, said, asked) => {
    const outside = (issue: object) => {
      expect(issue).toMatchObject({ domain: asked, townCode: '330226110' });
      return 'SIZE' as const;
    };
    const given = { answer: '可以', domain: said, guidance: { ...guidance, outside }, by: 'operator-3' };
    const issue = anIssue({ domain: triaged });
    expect(refusalOf(() => answerIssue(issue, given, standardPolicy, now))).toMatchObject({
      code: 'GUIDANCE_DOES_NOT_COVER',
      field: 'guidanceId',
      message: 'guidanceId: 问题 20200214-0042 的企业规模不在该指导意见范围内',
    });
  });

  it('leaves the domain of the triage where it names none, and may rest on nothing', () => {
    const given = { answer: '可以', domain: null, guidance: null, by: 'operator-1' };
    expect(answerIssue(anIssue({ domain: 'LABOUR' }), given, standardPolicy, now).state).toMatchObject({
      domain: 'LABOUR',
      guidanceId: null,
      guidanceVersion: null,
      handledBy: ['operator-1'],
    });
  });

  it('is called back as soon as the policy says', () => {
    const given = { answer: '可以', domain: null, guidance: null, by: 'operator-1' };
    const { state } = answerIssue(anIssue(), given, { ...standardPolicy, withinMinutes: 90 }, now);
    expect(state.callbackDueAt).toEqual(new Date('2020-02-14T03:30:00.000Z'));
  });
});
