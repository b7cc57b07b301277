import { describe, expect, it } from '@jest/globals';
import { confinedToFirm, confinedToTaskForce, confinedToTown, isAnothers, ownFirmOnly, townToTell } from './scope.ts';
import { roles, type Role, type Viewer } from './viewer.ts';

const OWN = '91350100M000100Y43';
const OTHER = '91330100799655058B';

function viewer(told: Partial<Viewer>): Viewer {
  return { sub: 'somebody', name: '某人', roles: [], taskForce: null, firm: null, town: null, ...told };
}

describe('the firm to which somebody is confined', () => {
  it.each(roles.filter((role) => role !== 'FIRM'))('is none for %s', (role) => {
    expect(confinedToFirm(viewer({ roles: [role], firm: OWN }))).toBeNull();
  });

  it.each([
    ['a firm: its own', viewer({ roles: ['FIRM'], firm: OWN }), OWN],
    ['a firm that its token does not name: one that there is not', viewer({ roles: ['FIRM'] }), ''],
    ['somebody without a role: one that there is not', viewer({}), ''],
    ['a firm that is an operator as well: none', viewer({ roles: ['FIRM', 'OPERATOR'], firm: OWN }), null],
  ])('is for %s', (_title, who, firm) => {
    expect(confinedToFirm(who)).toBe(firm);
  });

  it.each(['TASKFORCE_LEAD', 'TASKFORCE_MEMBER', 'INSPECTOR', 'DEPARTMENT', 'ADMIN'] as const)(
    'is not lifted by %s',
    (role) => {
      expect(confinedToFirm(viewer({ roles: ['FIRM', role], firm: OWN }))).toBe(OWN);
    },
  );

  it.each([
    ['its own', viewer({ roles: ['FIRM'], firm: OWN }), OWN, true],
    ["another firm's", viewer({ roles: ['FIRM'], firm: OWN }), OTHER, false],
    ['any, for an operator', viewer({ roles: ['OPERATOR'] }), OTHER, true],
    ['none, for somebody without a role', viewer({}), OTHER, false],
  ])('lets see %s', (_title, who, firm, may) => {
    expect(ownFirmOnly(who, firm)).toBe(may);
  });
});

describe('the town to which somebody is confined', () => {
  const TOWN = '330226101';
  it.each([
    ['a department of a town', ['DEPARTMENT'], TOWN, TOWN],
    ['a department of the county', ['DEPARTMENT'], null, null],
    ['a department that is a commander as well', ['DEPARTMENT', 'COMMANDER'], TOWN, null],
    ['a department seconded to a task force', ['DEPARTMENT', 'TASKFORCE_MEMBER'], TOWN, TOWN],
    ['a department that inspects', ['DEPARTMENT', 'INSPECTOR'], TOWN, TOWN],
    ['an inspector of a town', ['INSPECTOR'], TOWN, null],
    ['nobody', [], TOWN, null],
  ] as [string, Role[], string | null, string | null][])('is for %s', (_title, held, town, confined) => {
    expect(confinedToTown(viewer({ roles: held, town }))).toBe(confined);
  });
});

describe('who reads their own alone', () => {
  it.each([
    ['asks for nothing else', 'LABOUR', null, false],
    ['leaves it out', 'LABOUR', undefined, false],
    ['asks for their own', 'LABOUR', 'LABOUR', false],
    ["asks for another's", 'LABOUR', 'POLICY', true],
    ['has none, and asks for one', '', 'POLICY', true],
    ['reads everybody’s, and asks for one', null, 'POLICY', false],
  ])('%s', (_, own, asked, anothers) => {
    expect(isAnothers(own, asked)).toBe(anothers);
  });
});

describe('the town of which somebody is told', () => {
  const department = viewer({ roles: ['DEPARTMENT'], town: '330226110' });
  const analyst = viewer({ roles: ['ANALYST'] });
  it.each([
    ['its own, where none is asked for', department, null, '330226110'],
    ['its own, where that is asked for', department, '330226110', '330226110'],
    ['one that there is not, where it asks for another', department, '330226111', ''],
    ['whichever is asked for', analyst, '330226111', '330226111'],
    ['all, where none is asked for', analyst, '', null],
  ])('is %s', (_, who, asked, town) => {
    expect(townToTell(who, asked)).toBe(town);
  });
});

describe('the task force to which somebody is confined', () => {
  it.each<[string, Partial<Viewer>, string | null]>([
    ['its own, of a member', { roles: ['TASKFORCE_MEMBER'], taskForce: 'FINANCE' }, 'FINANCE'],
    [
      'its own, of a lead who is of a department',
      { roles: ['TASKFORCE_LEAD', 'DEPARTMENT'], taskForce: 'FINANCE' },
      'FINANCE',
    ],
    ['one that there is not, where the token names none', { roles: ['TASKFORCE_LEAD'] }, ''],
    ['none, of an analyst as well', { roles: ['TASKFORCE_LEAD', 'ANALYST'], taskForce: 'FINANCE' }, null],
    ['none, of nobody of a task force', { roles: ['DEPARTMENT'], taskForce: 'FINANCE' }, null],
  ])('is %s', (_, who, taskForce) => {
    expect(confinedToTaskForce(viewer(who))).toBe(taskForce);
  });
});
