import { describe, expect, it } from '@jest/globals';
import { roles, type Role, type Viewer } from '@qifutong/platform/viewer';
import { aTask } from '../../test/builders.ts';
import { ifVisible, scopeOf } from './task.scope.ts';

const of = { firmCreditCode: '91330226MA2AG00014', townCode: '330226110' };
const task = aTask({ taskForceCode: 'TESTING', coHandlers: ['LOGISTICS'], ...of });

function aViewer(roleOf: Role[], claims: Partial<Viewer> = {}): Viewer {
  return { sub: 'somebody', name: '某人', roles: roleOf, taskForce: null, firm: null, town: null, ...claims };
}

describe('a task is seen', () => {
  it.each([
    ['the centre', aViewer(['OPERATOR']), true],
    ['its task force', aViewer(['TASKFORCE_MEMBER'], { taskForce: 'TESTING' }), true],
    ['a task force that helps', aViewer(['TASKFORCE_MEMBER'], { taskForce: 'LOGISTICS' }), true],
    ['another task force', aViewer(['TASKFORCE_LEAD'], { taskForce: 'LABOUR' }), false],
    ['a member of no task force', aViewer(['TASKFORCE_MEMBER']), false],
    ['its firm', aViewer(['FIRM'], { firm: '91330226MA2AG00014' }), true],
    ['another firm', aViewer(['FIRM'], { firm: '91330226MA2AG00022' }), false],
    ['a firm account without a firm', aViewer(['FIRM']), false],
    ['a department of its town', aViewer(['DEPARTMENT'], { town: '330226110' }), true],
    ['a department of another town', aViewer(['DEPARTMENT'], { town: '330226111' }), false],
    ['a department of the county', aViewer(['DEPARTMENT']), true],
    [
      'a member of another task force who is also an analyst',
      aViewer(['TASKFORCE_MEMBER', 'ANALYST'], { taskForce: 'LABOUR' }),
      true,
    ],
  ])('by %s or not: %#', (_, viewer, seen) => {
    expect(ifVisible(viewer, task)).toBe(seen ? task : null);
  });

  it('by nobody when there is none', () => {
    expect(ifVisible(aViewer(['TASKFORCE_LEAD'], { taskForce: 'TESTING' }), null)).toBeNull();
  });

  it('by everybody but the centre, the departments and the audit only as far as they are confined', () => {
    const confined = roles.filter((role) => Object.values(scopeOf(aViewer([role]))).some((value) => value !== null));
    expect(confined).toEqual(['TASKFORCE_LEAD', 'TASKFORCE_MEMBER', 'INSPECTOR', 'FIRM', 'ADMIN']);
  });
});
