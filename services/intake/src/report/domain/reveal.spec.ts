import { describe, expect, it } from '@jest/globals';
import { aReporter } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { issueStatuses } from '../../issue/domain/issue.ts';
import { reveal, type Wish } from './reveal.ts';

const now = new Date('2020-02-14T01:00:00.000Z');
const issue = { id: '01900000-0000-7000-8000-000000000042', status: 'IN_PROGRESS', taskForce: 'MATERIALS' } as const;
const reporter = aReporter();

function aWish(roles: readonly string[], taskForce: string | null = null, reason = '回电核对厂址'): Wish {
  const by = { sub: 'somebody-1', name: '某甲', roles, taskForce };
  return { id: '01900000-0000-7000-8000-0000000000d1', by, reason, correlationId: 'a'.repeat(32) };
}

describe('a reporter', () => {
  it.each(['OPERATOR', 'ANALYST'])('is shown to an %s, also a confidential one, and all of it is recorded', (role) => {
    const wish = aWish([role]);
    expect(reveal({ issue, reporter: aReporter({ confidential: true }) }, wish, now)).toEqual({
      id: wish.id,
      reportId: reporter.reportId,
      issueId: issue.id,
      sub: 'somebody-1',
      name: '某甲',
      roles: [role],
      taskForce: null,
      reason: '回电核对厂址',
      refusedAs: null,
      correlationId: 'a'.repeat(32),
      askedAt: now,
    });
  });

  const refused = (met: Parameters<typeof reveal>[0], wish: Wish) => reveal(met, wish, now).refusedAs;

  it.each(['TASKFORCE_LEAD', 'TASKFORCE_MEMBER'])('is shown to a %s of the task force that has the task', (role) => {
    expect(refused({ issue, reporter }, aWish([role], 'MATERIALS'))).toBeNull();
  });

  it.each(issueStatuses.map((status) => [status, ['DISPATCHED', 'IN_PROGRESS', 'SOLVED'].includes(status)] as const))(
    'of an issue that is %s is in the hands of a task force: %s',
    (status, inHand) => {
      const wish = aWish(['TASKFORCE_LEAD'], 'MATERIALS');
      expect(refused({ issue: { ...issue, status }, reporter }, wish)).toBe(
        inHand ? null : 'REPORTER_OF_OTHER_TASK_FORCE',
      );
    },
  );

  it.each<readonly [string, readonly string[], string | null, string | null]>([
    ['of another task force', ['TASKFORCE_LEAD'], 'LABOUR', 'MATERIALS'],
    ['of no task force', ['TASKFORCE_MEMBER'], null, 'MATERIALS'],
    ['of no task force, where no task force has it', ['TASKFORCE_MEMBER'], null, null],
    ['who names the task force without being of it', ['INSPECTOR', 'COMMANDER'], 'MATERIALS', 'MATERIALS'],
    ['without a role', [], 'MATERIALS', 'MATERIALS'],
  ])('is not shown to somebody %s, confidential or not, and the try is recorded', (_, roles, own, taskForce) => {
    const wish = aWish(roles, own);
    for (const confidential of [false, true])
      expect(refused({ issue: { ...issue, taskForce }, reporter: aReporter({ confidential }) }, wish)).toBe(
        'REPORTER_OF_OTHER_TASK_FORCE',
      );
  });

  it('who asked for confidence is not shown to the task force that has the task', () => {
    const met = { issue, reporter: aReporter({ confidential: true }) };
    expect(refused(met, aWish(['TASKFORCE_LEAD'], 'MATERIALS'))).toBe('REPORTER_CONFIDENTIAL');
    expect(refused(met, aWish(['TASKFORCE_LEAD', 'OPERATOR'], 'MATERIALS'))).toBeNull();
  });

  it.each(['核', '核地址', '😷😷😷'])('is not shown for the reason %s: it is too short', (reason) => {
    expect(refusalOf(() => reveal({ issue, reporter }, aWish(['OPERATOR'], null, reason), now))).toEqual({
      code: 'REPORTER_REASON_TOO_SHORT',
      field: 'reason',
      message: 'reason 至少 4 个字',
    });
  });

  it('is shown for a reason of four characters', () => {
    expect(refused({ issue, reporter }, aWish(['OPERATOR'], null, '核对厂址'))).toBeNull();
  });

  it('who left nothing cannot be shown, and a task force without the task is not told so', () => {
    const nobody = aReporter({ nameMask: null, phoneMask: null, sealed: null, keyId: null });
    expect(refusalOf(() => reveal({ issue, reporter: nobody }, aWish(['OPERATOR']), now))).toEqual({
      code: 'REPORTER_NOT_GIVEN',
      field: 'reportId',
      message: 'reportId: 这条反映没有留下姓名和电话',
    });
    expect(refused({ issue, reporter: nobody }, aWish(['TASKFORCE_LEAD'], 'LABOUR'))).toBe(
      'REPORTER_OF_OTHER_TASK_FORCE',
    );
  });

  it('whose name and number are gone cannot be shown, and a task force without the task is not told so', () => {
    const nothing = { nameMask: null, phoneMask: null, sealed: null, keyId: null };
    const gone = aReporter({ ...nothing, pseudonym: 1, pseudonymisedAt: now });
    expect(refusalOf(() => reveal({ issue, reporter: gone }, aWish(['OPERATOR']), now))).toEqual({
      code: 'REPORTER_PSEUDONYMISED',
      field: 'reportId',
      message: 'reportId: 保存期已满,这条反映的姓名和电话已去标识,不能恢复',
    });
    expect(refused({ issue, reporter: gone }, aWish(['TASKFORCE_LEAD'], 'LABOUR'))).toBe(
      'REPORTER_OF_OTHER_TASK_FORCE',
    );
  });
});
