import type { Labelled } from './reports.ts';

/** Reports that were proposed together, by id, and when. */
export interface Group {
  readonly members: readonly string[];
  readonly proposedAt: number;
}

/** What a method said of each report. */
export interface Said {
  readonly groups: readonly Group[];
  /** report to the earlier one that it most likely repeats */
  readonly duplicates: ReadonlyMap<string, string>;
  readonly domains?: ReadonlyMap<string, string>;
  readonly urgent?: ReadonlySet<string>;
}

/** A proposal whose largest share is of no common problem, or smaller than this, must be declined. */
const PURE = 0.6;
const FIFTH = 5;
const FIRMS = 3;

const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : Math.round((part / whole) * 1000) / 1000);

export function measure(reports: readonly Labelled[], said: Said) {
  const keys = new Map(reports.map(({ id, commonKey }) => [id, commonKey]));
  const named = namedBy(reports);
  const domainRight = reports.filter(({ id, domain }) => named(said.domains?.get(id)) === domain).length;
  return {
    domain: said.domains ? share(domainRight, reports.length) : '-',
    ...urgency(reports, said.urgent),
    ...duplicates(reports, said.duplicates),
    ...pairs(keys, said.groups),
    beforeFifth: beforeFifth(reports, keys, said.groups),
    groups: said.groups.length,
    toDecline: said.groups.filter((group) => majority(keys, group) === null).length,
  };
}

/** Where nobody labelled TESTING, tests were labelled as prevention's. */
function namedBy(reports: readonly Labelled[]): (domain: string | undefined) => string | undefined {
  const known = reports.some(({ domain }) => domain === 'TESTING');
  return (domain) => (domain === 'TESTING' && !known ? 'EPIDEMIC_PREVENTION' : domain);
}

function urgency(reports: readonly Labelled[], urgent: ReadonlySet<string> | undefined) {
  if (!urgent) return { urgentP: '-', urgentR: '-' };
  const right = reports.filter((one) => one.urgent && urgent.has(one.id)).length;
  return { urgentP: share(right, urgent.size), urgentR: share(right, reports.filter((one) => one.urgent).length) };
}

function duplicates(reports: readonly Labelled[], found: ReadonlyMap<string, string>) {
  const first = new Map(reports.map(({ id, duplicateOf }) => [id, duplicateOf ?? id]));
  const right = [...found].filter(([id, of]) => first.get(id) === first.get(of)).length;
  const all = reports.filter(({ duplicateOf }) => duplicateOf !== null).length;
  return { duplicateP: share(right, found.size), duplicateR: share(right, all) };
}

const pairsOf = (n: number) => (n * (n - 1)) / 2;

function pairs(keys: ReadonlyMap<string, string | null>, groups: readonly Group[]) {
  const proposed = groups.reduce((sum, { members }) => sum + pairsOf(members.length), 0);
  const right = groups.reduce((sum, { members }) => sum + pairsAlike(members.map((id) => keys.get(id) ?? null)), 0);
  const real = pairsAlike([...keys.values()]);
  const [precision, recall] = [right / (proposed || 1), right / real];
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { pairP: share(right, proposed), pairR: share(right, real), pairF1: Math.round(f1 * 1000) / 1000 };
}

function pairsAlike(keys: readonly (string | null)[]): number {
  const named = keys.filter((key) => key !== null);
  return [...Map.groupBy(named, (key) => key).values()].reduce((sum, same) => sum + pairsOf(same.length), 0);
}

/** The common problem that a proposal is of; null where it must be declined. */
function majority(keys: ReadonlyMap<string, string | null>, { members }: Group): string | null {
  const counted = [...Map.groupBy(members, (id) => keys.get(id) ?? null)];
  const [key, most] = counted.reduce((a, b) => (b[1].length > a[1].length ? b : a));
  return most.length / members.length >= PURE ? key : null;
}

function beforeFifth(
  reports: readonly Labelled[],
  keys: ReadonlyMap<string, string | null>,
  groups: readonly Group[],
): number {
  const named = reports.filter(({ commonKey }) => commonKey !== null);
  const problems = [...Map.groupBy(named, ({ commonKey }) => commonKey)]
    .map(([key, of]) => ({ key, of }))
    .filter(({ of }) => new Set(of.map(({ firmName }) => firmName)).size >= FIRMS);
  const early = problems.filter(({ key, of }) => {
    const proposed = groups.filter((group) => majority(keys, group) === key).map(({ proposedAt }) => proposedAt);
    const until = of.filter(({ receivedAt }) => Date.parse(receivedAt) <= Math.min(...proposed));
    return proposed.length > 0 && new Set(until.map(({ firmName }) => firmName)).size < FIFTH;
  });
  return share(early.length, problems.length);
}
