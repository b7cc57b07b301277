import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { aCreditCode, anId, answers, feb } from '../../../test/builders.ts';
import { aCheck } from '../../../test/document-builders.ts';
import { findingsOf, type Check } from './check.ts';
import { follow } from './follow.ts';
import type { RectificationOrder } from './rectification-order.ts';

const result = fc.constantFrom('MET' as const, 'UNMET' as const, 'NOT_APPLICABLE' as const);
const performed = fc.record({ quarter: fc.nat(30), temperature: result, masks: result, distance: result });
const HISTORY = fc.array(performed, { minLength: 1, maxLength: 8 }).map((drawn) =>
  drawn.map(({ quarter, temperature, masks, distance }, n): Check => {
    const results = answers({ TEMPERATURE_TAKEN: temperature, MASKS_WORN: masks, DISTANCE_KEPT: distance });
    const passed = ![temperature, masks, distance].includes('UNMET');
    return aCheck({ id: anId(n), performedAt: new Date(feb(1).getTime() + quarter * 900_000), results, passed });
  }),
);
/** What is delivered, voided or restored at once: each inspection named first is delivered, then voided, then restored, and so on. */
const STEPS = fc.array(fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 14 });

const inTime = (a: Check, b: Check) => a.performedAt.getTime() - b.performedAt.getTime() || (a.id < b.id ? -1 : 1);

/** An order as its text has it: fulfilled by the first later valid inspection in which all its findings are met. */
function asItFollows(check: Check, valid: readonly Check[]): unknown {
  const rules = findingsOf(check).map(({ rule }) => rule);
  const isMet = (one: Check) =>
    rules.every((rule) => one.results.find((answer) => answer.rule === rule)?.result === 'MET');
  const fulfilling = valid.filter((one) => inTime(check, one) < 0).find(isMet);
  return [check.id, fulfilling ? 'FULFILLED' : 'OPEN', fulfilling?.performedAt ?? null];
}

it('whatever is delivered, voided and restored, in any order, orders are as they follow from all that is valid', () => {
  fc.assert(
    fc.property(HISTORY, STEPS, (history, steps) => {
      const orders = new Map<string, RectificationOrder>();
      const known = new Map<string, Check>();
      for (const step of steps) {
        const touched = step.filter((n) => n < history.length).map((n) => history[n]!.id);
        for (const id of touched) {
          const before = known.get(id);
          const one = history.find((check) => check.id === id)!;
          known.set(id, { ...one, voidedAt: before && !before.voidedAt ? feb(20) : null });
        }
        const checks = touched.map((id) => known.get(id)!).toSorted(inTime);
        const valid = [...known.values()].filter(({ voidedAt }) => !voidedAt).toSorted(inTime);
        const [first] = checks;
        if (!first) continue;
        const anew =
          checks.some(({ voidedAt }) => voidedAt) ||
          valid.some((one) => !touched.includes(one.id) && one.performedAt >= first.performedAt);
        const naming = new Map(touched.map((id) => [id, { id, number: id, dueAt: feb(28) }]));
        const surroundings = { naming, valid: anew ? valid : checks, anew, now: feb(20) };
        for (const { decision } of follow(checks, [...orders.values()], surroundings))
          orders.set(decision.state.inspectionId, decision.state);
        const stands = [...orders.values()].filter(({ status }) => status !== 'WITHDRAWN');
        expect(
          stands.map(({ inspectionId, status, fulfilledAt }) => [inspectionId, status, fulfilledAt]).toSorted(),
        ).toEqual(
          valid
            .filter(({ passed }) => !passed)
            .map((check) => asItFollows(check, valid))
            .toSorted(),
        );
        for (const { creditCode, findings, status } of stands)
          expect([creditCode, findings.every(({ metBy }) => metBy !== null)]).toEqual([
            aCreditCode(1),
            status === 'FULFILLED',
          ]);
      }
    }),
    { numRuns: 500 },
  );
});
