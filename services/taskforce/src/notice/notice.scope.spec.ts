import { describe, expect, it } from '@jest/globals';
import type { Role, Viewer } from '@qifutong/platform/viewer';
import { aNotice } from '../../test/documents.ts';
import { ifVisible, noticeScopeOf } from './notice.scope.ts';

function viewer(roles: Role[], rest: Partial<Viewer> = {}): Viewer {
  return { sub: 'a', name: '甲', roles, taskForce: null, firm: null, town: null, ...rest };
}

describe('a viewer of notices', () => {
  it.each([
    ['a commander sees all', viewer(['COMMANDER']), null, null],
    ['an auditor sees all', viewer(['AUDITOR']), null, null],
    ['a task force its own', viewer(['TASKFORCE_LEAD'], { taskForce: 'TESTING' }), 'TESTING', null],
    ['a task force without a code none', viewer(['TASKFORCE_MEMBER']), '', null],
    ['a department those of its town', viewer(['DEPARTMENT'], { town: '330226110' }), null, '330226110'],
  ])('%s', (_, who, taskForceCode, townCode) => {
    expect(noticeScopeOf(who)).toEqual({ taskForceCode, townCode });
  });

  it('of a task force does not see one to another, nor one to the centre', () => {
    const testing = viewer(['TASKFORCE_LEAD'], { taskForce: 'TESTING' });
    const seen = [aNotice(), aNotice({ taskForceCode: 'LABOUR' }), aNotice({ taskForceCode: null }), null];
    expect(seen.map((notice) => ifVisible(testing, notice))).toEqual([aNotice(), null, null, null]);
  });
});
