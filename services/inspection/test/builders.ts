import * as fc from 'fast-check';
import { checkCharacter } from '@qifutong/kernel/credit-code';
import type { Enrolment } from '../src/enrolment/domain/enrolment.ts';
import type { Delivery } from '../src/inspection/domain/delivery.ts';
import type { Inspection, RuleAnswer, RuleResult } from '../src/inspection/domain/inspection.ts';
import type { Fact, Inspected, Step } from '../src/light/domain/fact.ts';
import type { PlanPolicy } from '../src/plan/domain/plan.ts';
import type { Rulebook } from '../src/rulebook/domain/rulebook.ts';

export const timeZone = 'Asia/Shanghai';

export const ruleCodes = [
  'TEMPERATURE_TAKEN',
  'MASKS_WORN',
  'WORKPLACES_DISINFECTED',
  'HEALTH_FILES_KEPT',
  'ISOLATION_OBSERVED',
  'VISITORS_REGISTERED',
  'CANTEEN_IN_SHIFTS',
  'DISTANCE_KEPT',
  'SUPPLIES_IN_STOCK',
  'ISOLATION_ROOM_READY',
  'DAILY_REPORT_MADE',
  'EMERGENCY_PLAN_POSTED',
] as const;

/** The same for the same number; larger for a larger one. */
export function anId(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

export function aCreditCode(n: number): string {
  const first17 = `91330226T${String(n).padStart(8, '0')}`;
  return first17 + checkCharacter(first17);
}

/** An hour of a day in February 2020, county time. */
export function feb(day: number, hour = 9): Date {
  return new Date(Date.UTC(2020, 1, day, hour - 8));
}

export function aRulebook(told: Partial<Rulebook> = {}): Rulebook {
  const rules = ruleCodes.map((code, i) => ({
    code,
    position: i + 1,
    area: 'PRODUCTION' as const,
    titleZh: code,
    titleEn: code,
  }));
  return {
    version: 1,
    inForceFrom: '2020-01-01',
    notApplicableAtMost: 3,
    redAtRun: 3,
    withdrawnAt: null,
    rules,
    ...told,
  };
}

/** As it comes with the product. */
export function aPlanPolicy(told: Partial<PlanPolicy> = {}): PlanPolicy {
  return { share: 3, visitsPerTeam: 12, mostDays: 60, mostFailures: 5, failureDays: 30, ...told };
}

export function anEnrolment(told: Partial<Enrolment> = {}): Enrolment {
  return {
    creditCode: aCreditCode(1),
    version: 0,
    townCode: '330226110',
    formerTowns: [],
    enrolledAt: feb(10),
    enrolledBy: 'analyst-1',
    provisionalFor: null,
    ...told,
  };
}

/** An answer to each of the twelve: met, but for those named. */
export function answers(others: Partial<Record<(typeof ruleCodes)[number], RuleResult>> = {}): RuleAnswer[] {
  return ruleCodes.map((rule) => {
    const result = others[rule] ?? 'MET';
    return { rule, result, note: result === 'MET' ? null : '见现场照片' };
  });
}

/** So many rules, from the first, have that result; the others are met. */
export function firstRules(count: number, result: RuleResult): RuleAnswer[] {
  return answers(Object.fromEntries(ruleCodes.slice(0, count).map((rule) => [rule, result])));
}

export function aDelivery(told: Partial<Delivery> = {}): Delivery {
  const usual = {
    id: anId(1),
    creditCode: aCreditCode(1),
    performedAt: feb(14),
    inspectors: ['inspector-1'],
    results: answers(),
    position: null,
    signature: null,
    photos: [],
    planId: null,
  };
  return { ...usual, ...told };
}

export function anInspection(told: Partial<Inspection> = {}): Inspection {
  const usual = {
    version: 1,
    townCode: '330226110',
    rulebookVersion: 1,
    receivedAt: feb(14, 10),
    passed: true,
    voidedAt: null,
  };
  return { ...aDelivery(), ...usual, ...told };
}

export function inspected(told: Partial<Inspected> = {}): Inspected {
  return { kind: 'INSPECTED', id: anId(1), at: feb(14), passed: true, voided: false, redAtRun: 3, ...told };
}

const steps: Readonly<Record<string, Step['kind']>> = {
  I: 'INTERVIEW_HELD',
  S: 'SHUTDOWN_SIGNED',
  X: 'SHUTDOWN_REFUSED',
  A: 'ACCEPTANCE_APPROVED',
};

/**
 * Facts in shorthand, as domain.md section 9 writes them: each number is one day's inspection with so many rules unmet
 * (`v`: voided since); I, S, X and A are an interview held, a shutdown signed or refused, and an acceptance, that evening.
 */
export function history(shorthand: string): Fact[] {
  let day = 0;
  return shorthand.split(' ').map((one, i) => {
    const kind = steps[one];
    if (kind) return { kind, id: anId(i + 1), at: feb(day, 18) };
    day += 1;
    return inspected({ id: anId(i + 1), at: feb(day), passed: one.startsWith('0'), voided: one.endsWith('v') });
  });
}

const kind = fc.oneof(
  { weight: 3, arbitrary: fc.constant('INSPECTED' as const) },
  fc.constantFrom(...Object.values(steps)),
);
const fact = fc.record({ kind, quarter: fc.nat(4 * 24 * 20), passed: fc.boolean(), voided: fc.boolean() });

/** Up to forty facts within twenty days, several a day and at the same instant too. */
export const arbitraryFacts: fc.Arbitrary<Fact[]> = fc.array(fact, { maxLength: 40 }).map((drawn) =>
  drawn.map((one, i) => {
    const [id, at] = [anId(i), new Date(feb(1, 0).getTime() + one.quarter * 900_000)];
    return one.kind === 'INSPECTED'
      ? inspected({ id, at, passed: one.passed, voided: one.voided })
      : { kind: one.kind, id, at };
  }),
);
