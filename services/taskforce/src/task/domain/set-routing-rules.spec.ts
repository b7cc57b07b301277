import { describe, expect, it } from '@jest/globals';
import { routingRulesSet } from '@qifutong/contracts/taskforce/routing-rules-set';
import { county } from '../../../test/builders.ts';
import { setRoutingRules, type RuleSaid } from './set-routing-rules.ts';

const now = county('2020-02-14 11:00');
const known = { all: new Set(['COORDINATION', 'TESTING', 'LABOUR', 'GONE']), living: new Set(['COORDINATION', 'TESTING', 'LABOUR']) }; // prettier-ignore

function aRule(named: Partial<RuleSaid> = {}): RuleSaid {
  return { domain: null, nature: null, townCode: null, urgency: null, taskForce: 'TESTING', ...named };
}

function set(rules: readonly RuleSaid[], version = 4) {
  return setRoutingRules(4, { version, rules, by: 'commander-1' }, known, now);
}

describe('setting the routing rules', () => {
  it('makes a new version of all, in their order', () => {
    const urgent = aRule({ domain: 'LABOUR', urgency: 'URGENT' });
    const { taskForce: _, ...asked } = urgent;
    expect(set([urgent, aRule({ domain: 'LABOUR', taskForce: 'LABOUR' })])).toEqual({
      state: {
        version: 5,
        setAt: now,
        setBy: 'commander-1',
        rules: [
          { ...asked, version: 5, position: 1, taskForceCode: 'TESTING' },
          { ...asked, urgency: null, version: 5, position: 2, taskForceCode: 'LABOUR' },
        ],
      },
      events: [
        routingRulesSet({
          routing: 'ROUTING',
          rulesVersion: 5,
          lines: 2,
          setBy: 'commander-1',
          setAt: now.toISOString(),
        }),
      ],
    });
  });

  it('may leave none: everything goes to COORDINATION then', () => {
    expect(set([]).state.rules).toEqual([]);
  });

  it('upon a version that somebody has replaced meanwhile is refused, and names the one in force', () => {
    expect(() => set([], 3)).toThrow(
      expect.objectContaining({
        code: 'ROUTING_RULES_CHANGED',
        field: 'version',
        message: expect.stringContaining('4'),
      }),
    );
  });

  it.each([
    ['unknown', 'NOWHERE', 'ROUTING_TASK_FORCE_UNKNOWN'],
    ['dissolved', 'GONE', 'ROUTING_TASK_FORCE_DISSOLVED'],
  ])('to a task force that is %s is refused, naming the field', (_, taskForce, code) => {
    const rules = [aRule({ domain: 'LABOUR' }), aRule({ domain: 'TESTING' }), aRule({ domain: 'PASSAGE' }), aRule({ taskForce })]; // prettier-ignore
    expect(() => set(rules)).toThrow(expect.objectContaining({ code, field: 'rules.3.taskForce' }));
  });

  it.each([
    ['the same again', [aRule({ domain: 'LABOUR' }), aRule({ domain: 'LABOUR', taskForce: 'LABOUR' })], 1],
    ['narrower than one before it', [aRule({ domain: 'LABOUR' }), aRule({ domain: 'LABOUR', urgency: 'URGENT' })], 1],
    ['after one that asks nothing', [aRule(), aRule({ domain: 'LABOUR' })], 1],
    [
      'left nothing by those before it together',
      [
        aRule({ urgency: 'URGENT' }),
        aRule({ urgency: 'NORMAL', taskForce: 'LABOUR' }),
        aRule({ townCode: '330226110' }),
      ],
      2,
    ],
  ])('of which one can never match is refused: %s', (_, rules, idle) => {
    expect(() => set(rules)).toThrow(
      expect.objectContaining({ code: 'ROUTING_RULE_UNREACHABLE', field: `rules.${idle}` }),
    );
  });

  it('of towns leaves the other towns to those after them', () => {
    const rules = [aRule({ townCode: '330226110' }), aRule({ townCode: '330226111', taskForce: 'LABOUR' }), aRule()];
    expect(set(rules).state.rules).toHaveLength(3);
  });
});
