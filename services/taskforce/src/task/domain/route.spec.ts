import { describe, expect, it } from '@jest/globals';
import { aDispatch } from '../../../test/builders.ts';
import { route, type RoutingRule } from './route.ts';

function aRule(named: Partial<RoutingRule>): RoutingRule {
  return {
    version: 1,
    position: 1,
    domain: null,
    nature: null,
    townCode: null,
    urgency: null,
    taskForceCode: 'LABOUR',
    ...named,
  };
}

describe('routing', () => {
  it('sends an issue to the task force of the first rule that matches, whatever the order in which the rules come', () => {
    const rules = [
      aRule({ position: 30, taskForceCode: 'POLICY' }),
      aRule({ position: 10, domain: 'FINANCE', taskForceCode: 'FINANCE' }),
      aRule({ position: 20, domain: 'TESTING', taskForceCode: 'TESTING' }),
    ];
    expect(route(rules, aDispatch({ domain: 'TESTING' }))).toBe('TESTING');
    expect(route(rules, aDispatch({ domain: 'PASSAGE' }))).toBe('POLICY');
  });

  it('sends what no rule sends elsewhere to COORDINATION', () => {
    expect(route([aRule({ domain: 'LABOUR' })], aDispatch({ domain: 'MARKET' }))).toBe('COORDINATION');
    expect(route([], aDispatch())).toBe('COORDINATION');
  });

  it.each([
    ['domain', { domain: 'TESTING' }, { domain: 'PASSAGE' }],
    ['nature', { nature: 'INDIVIDUAL' }, { nature: 'COMMON' }],
    ['town', { townCode: '330226110' }, { townCode: '330226111' }],
    ['urgency', { urgency: 'NORMAL' }, { urgency: 'URGENT' }],
  ] as const)('by %s: a rule holds when everything that it asks holds', (_, holding, failing) => {
    const subject = aDispatch();
    expect(route([aRule(holding)], subject)).toBe('LABOUR');
    expect(route([aRule(failing)], subject)).toBe('COORDINATION');
    expect(
      route(
        [aRule({ domain: 'TESTING', nature: 'INDIVIDUAL', townCode: '330226110', urgency: 'NORMAL', ...failing })],
        subject,
      ),
    ).toBe('COORDINATION');
  });

  it('of an issue of no known town passes the rules of a town by', () => {
    expect(route([aRule({ townCode: '330226110' })], aDispatch({ townCode: null }))).toBe('COORDINATION');
  });
});
