import type { TimeLimit } from '../src/clock/domain/time-limit.ts';
import { county, elapsed, officeTime, sameDay, wholeDays, working } from './builders.ts';
import { STEP_MS, toEndOfDay, type Counts } from './counted-clock.ts';

/** Monday; the Spring Festival begins on Friday. */
export const begin = county('2020-01-20 08:00');

const always: Counts = () => true;
/** 08:30-12:00 and 14:00-17:30 from Monday to Friday, but neither on that Friday nor in the ten days after it. */
const officeHours: Counts = (step) => {
  const [minutes, day] = [(480 + step * 30) % 1440, Math.floor((480 + step * 30) / 1440)];
  const open = (minutes >= 510 && minutes < 720) || (minutes >= 840 && minutes < 1050);
  return open && (day < 4 || (day >= 14 && day % 7 < 5));
};

const workdays: Counts = (step) => {
  const day = Math.floor((480 + step * 30) / 1440);
  return day < 4 || (day >= 14 && day % 7 < 5);
};

const isMidnight = (step: number) => step % 48 === 32;

export const WARN_AT = [75];
const common = { position: 1, nature: null, urgency: null, domain: null, warnAt: WARN_AT };
const steps = (n: number) => () => n * STEP_MS;
const policyOf = (version: number, acceptWithin: TimeLimit, solveWithin: TimeLimit) => ({
  routing: [],
  policies: [{ ...common, version, acceptWithin, solveWithin }],
  time: officeTime,
});
/** Each as the product is told it, and as somebody counts it: what is granted to what starts with a step. */
export const policies = {
  byClock: {
    rules: policyOf(1, elapsed('PT2H'), elapsed('PT24H')),
    ...{ accept: { granted: steps(4), counts: always }, solve: { granted: steps(48), counts: always } },
  },
  byOffice: {
    rules: policyOf(2, working('PT2H'), working('PT8H')),
    ...{ accept: { granted: steps(4), counts: officeHours }, solve: { granted: steps(16), counts: officeHours } },
  },
  sameDay: {
    rules: policyOf(3, elapsed('PT2H'), sameDay),
    accept: { granted: steps(4), counts: always },
    solve: { granted: (from: number) => toEndOfDay(0, from, isMidnight, always), counts: always },
  },
  wholeDays: {
    rules: policyOf(4, elapsed('PT2H'), wholeDays(2)),
    accept: { granted: steps(4), counts: always },
    solve: { granted: (from: number) => toEndOfDay(2, from, isMidnight, always), counts: always },
  },
  workdays: {
    rules: policyOf(5, working('PT2H'), wholeDays(2, 'WORKING')),
    accept: { granted: steps(4), counts: officeHours },
    solve: { granted: (from: number) => toEndOfDay(2, from, isMidnight, workdays), counts: workdays },
  },
};
export const names = Object.keys(policies) as Policy[];
export const next = (policy: Policy) => names[(names.indexOf(policy) + 1) % names.length]!;
export type Policy = keyof typeof policies;
