import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { domains, natures, urgencies } from '@qifutong/contracts/fields';
import { dryRun } from './dry-run.ts';
import { route, type RoutingRule } from './route.ts';

const living = new Set(['TESTING', 'LABOUR', 'POLICY']);
const subject = { domain: 'TESTING', nature: 'INDIVIDUAL', urgency: 'NORMAL', townCode: null } as const;

function aRule(position: number, named: Partial<RoutingRule>): RoutingRule {
  const asked = { domain: null, nature: null, townCode: null, urgency: null };
  return { version: 2, position, ...asked, taskForceCode: 'TESTING', ...named };
}

describe('a dry run of the rules', () => {
  it('says of every rule before the one that takes it what did not hold', () => {
    const rules = [
      aRule(1, { domain: 'LABOUR', urgency: 'URGENT', taskForceCode: 'LABOUR' }),
      aRule(2, { townCode: '330226110' }),
      aRule(3, { domain: 'TESTING', taskForceCode: 'GONE' }),
      aRule(4, { domain: 'TESTING', taskForceCode: 'POLICY' }),
      aRule(5, {}),
    ];
    expect(dryRun(rules.toReversed(), living, subject)).toEqual({
      subject,
      passed: [
        {
          rule: rules[0],
          unmet: [
            { criterion: 'domain', asked: 'LABOUR', found: 'TESTING' },
            { criterion: 'urgency', asked: 'URGENT', found: 'NORMAL' },
          ],
          dissolved: false,
        },
        { rule: rules[1], unmet: [{ criterion: 'townCode', asked: '330226110', found: null }], dissolved: false },
        { rule: rules[2], unmet: [], dissolved: true },
      ],
      winner: rules[3],
      founded: false,
      taskForceCode: 'POLICY',
    });
  });

  it('says that what no rule takes goes to COORDINATION', () => {
    const rule = aRule(1, { domain: 'LABOUR' });
    const passed = [{ rule, unmet: [{ criterion: 'domain', asked: 'LABOUR', found: 'TESTING' }], dissolved: false }];
    expect(dryRun([rule], living, subject)).toEqual({
      subject,
      passed,
      winner: null,
      founded: false,
      taskForceCode: 'COORDINATION',
    });
  });

  it('says where a dispatched issue really goes, whatever the rules', () => {
    const maybe = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);
    const asked = { domain: maybe(domains), nature: maybe(natures), urgency: maybe(urgencies), townCode: maybe(['330226110']) }; // prettier-ignore
    const rules = fc
      .array(fc.record({ ...asked, taskForceCode: fc.constantFrom(...living) }), { maxLength: 12 })
      .map((some) => some.map((rule, i) => ({ ...rule, version: 2, position: i + 1 })));
    const about = fc.record({
      domain: fc.constantFrom(...domains),
      nature: fc.constantFrom(...natures),
      urgency: fc.constantFrom(...urgencies),
      townCode: maybe(['330226110', '330226111']),
    });
    fc.assert(
      fc.property(rules, about, (some, one) => {
        expect(dryRun(some, living, one).taskForceCode).toBe(route(some, one));
      }),
      { verbose: true },
    );
  });
});
