import { policies as rows } from '../../services/intake/migrations/1700000000013-duplicates-shown-sooner.ts';
import { firmsNamed, keyOfName, sameName, type NamedFirm } from '../../services/intake/src/firm/firm-name.service.ts';
import { coreOf } from '../../services/intake/src/likeness/domain/core-of.ts';
import { guessDomain } from '../../services/intake/src/likeness/domain/guess-domain.ts';
import { guessUrgency } from '../../services/intake/src/likeness/domain/guess-urgency.ts';
import { lexicalBy, type Scorer } from '../../services/intake/src/likeness/domain/likeness.ts';
import { latecomers, type Placed } from '../../services/intake/src/likeness/domain/place.ts';
import { policyFor } from '../../services/intake/src/likeness/domain/policy.ts';
import type { Reading } from '../../services/intake/src/likeness/domain/reading.ts';
import { indexed, sought } from '../../services/intake/src/likeness/domain/retrieval.ts';
import { suggest } from '../../services/intake/src/likeness/domain/suggest.ts';
import { tuning, type Tuning } from '../../services/intake/src/likeness/domain/tuning.ts';
import { termsOf, weigh, type Weighed } from '../../services/intake/src/likeness/domain/weigh.ts';
import { read } from '../../services/intake/src/likeness/reading.ts';
import type { Said } from './measures.ts';
import type { Labelled } from './reports.ts';

export const policies = rows.map(({ window_hours: windowHours, duplicate_days: duplicateDays, ...row }) => ({
  ...row,
  windowHours,
  duplicateDays,
}));

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NEAREST = 200;
const OF_CORE = 40;
const MAY_BE_ONE = 0.5;

interface Kept extends NamedFirm {
  readonly id: string;
  readonly at: number;
  readonly reading: Reading;
  readonly weighed: Weighed;
  readonly terms: ReadonlySet<string>;
  inGroup: Grown | null;
}

interface Grown {
  readonly id: string;
  readonly members: Kept[];
  readonly proposedAt: number;
  core: Weighed;
  lastAt: number;
}

type Policy = (typeof policies)[number];

/** The register's likeness in memory: the service's own rules, with lists where it has tables. */
export class InMemory {
  readonly #kept: Kept[] = [];
  readonly #groups: Grown[] = [];
  readonly #seen = new Map<string, number>();
  readonly #said = {
    duplicates: new Map<string, string>(),
    domains: new Map<string, string>(),
    urgent: new Set<string>(),
  };
  readonly #by: Tuning;
  readonly #score: Scorer;

  constructor(by: Tuning = tuning) {
    this.#by = by;
    this.#score = (a, b) => lexicalBy(a, b, by);
  }

  take(report: Labelled): void {
    const reading = read(report.text);
    const domain = guessDomain(reading);
    const one = this.#keep(report, reading, weigh(reading, domain.domain, this.#frequencies(), this.#by));
    const policy = policyFor(policies, domain.domain) as Policy;
    const met = this.#met(one, policy);
    const issue = { issueId: one.id, weighed: one.weighed, reading };
    const { suggestion, placement } = suggest({ issue, domain, urgency: guessUrgency(reading) }, met, this.#score);
    this.#note(one.id, suggestion);
    if (placement.does === 'JOIN') this.#join(one, placement.commonIssueId, met.single, policy.alike);
    if (placement.does === 'PROPOSE')
      this.#found(
        placement.members.map(({ issueId }) => this.#byId(issueId)),
        one.at,
      );
    this.#count(reading);
  }

  said(): Said {
    const groups = this.#groups.map(({ members, proposedAt }) => ({
      members: members.map(({ id }) => id),
      proposedAt,
    }));
    return { ...this.#said, groups };
  }

  #keep({ id, receivedAt, firmName }: Labelled, reading: Reading, weighed: Weighed): Kept {
    const firmKey = firmName === null ? null : keyOfName(firmName);
    const at = Date.parse(receivedAt);
    const terms = new Set(indexed(weighed));
    const one = { id, at, firmCreditCode: null, firmName, firmKey, reading, weighed, terms, inGroup: null };
    this.#kept.push(one);
    return one;
  }

  #near(one: Kept, { windowHours }: Policy): Kept[] {
    const terms = sought(one.weighed);
    return this.#kept
      .filter(
        (other) =>
          other !== one && one.at - other.at <= windowHours * HOUR_MS && terms.some((term) => other.terms.has(term)),
      )
      .toReversed()
      .slice(0, NEAREST);
  }

  #met(one: Kept, policy: Policy) {
    const near = this.#near(one, policy);
    const firms = firmsNamed([one, ...near]);
    const single = near.flatMap((other) => (other.inGroup ? [] : [{ issueId: other.id, weighed: other.weighed }]));
    const byId = new Map([one, ...near].map(({ id }, i) => [id, firms[i]!]));
    const firmOf = (id: string) => byId.get(id) ?? null;
    const [earlier, known] = [this.#ofFirm(one, policy), this.#known(one, policy)];
    const declinedTogether = () => false;
    return { firmOf, earlier, single, known, policies, guidances: [], taken: false, declinedTogether };
  }

  #ofFirm(one: Kept, { duplicateDays }: Policy) {
    const since = one.at - duplicateDays * DAY_MS;
    return this.#kept
      .filter((other) => other !== one && other.at > since && other.firmKey === one.firmKey && other.firmName !== null)
      .map((other) => ({ ...other, issueId: other.id, sameFirm: sameName(one.firmName ?? '', other.firmName ?? '') }))
      .filter(({ sameFirm }) => sameFirm >= MAY_BE_ONE)
      .map((other) => ({ ...other, daysApart: (one.at - other.at) / DAY_MS }));
  }

  #known(one: Kept, { windowHours }: Policy) {
    return this.#groups.map(({ id, core, lastAt }) => {
      const growing = one.at - lastAt <= windowHours * HOUR_MS;
      return { commonIssueId: id, core, guidanceId: null, growing };
    });
  }

  #join(one: Kept, id: string, single: readonly Placed[], alike: number): void {
    const group = this.#groups.find((each) => each.id === id)!;
    this.#grow(group, [one], one.at);
    const judging = { alike, score: this.#score, declinedTogether: () => false, members: [] };
    const late = latecomers(group.core, single, judging);
    this.#grow(
      group,
      late.map(({ issueId }) => this.#byId(issueId)),
      one.at,
    );
  }

  #found(members: Kept[], at: number): void {
    const group = {
      id: String(this.#groups.length),
      members: [],
      proposedAt: at,
      core: members[0]!.weighed,
      lastAt: at,
    };
    this.#groups.push(group);
    this.#grow(group, members, at);
  }

  #grow(group: Grown, more: readonly Kept[], at: number): void {
    for (const one of more) one.inGroup = group;
    group.members.push(...more);
    group.lastAt = at;
    group.core = coreOf(
      group.members.slice(-OF_CORE).map(({ weighed }) => weighed),
      this.#by,
    );
  }

  #note(id: string, { domain, urgency, duplicates }: ReturnType<typeof suggest>['suggestion']): void {
    this.#said.domains.set(id, domain);
    if (urgency === 'URGENT') this.#said.urgent.add(id);
    if (duplicates[0]) this.#said.duplicates.set(id, duplicates[0].id);
  }

  #byId(id: string): Kept {
    return this.#kept.find((one) => one.id === id)!;
  }

  #frequencies() {
    return { issues: this.#seen.get('') ?? 0, of: (term: string) => this.#seen.get(term) ?? 0 };
  }

  #count(reading: Reading): void {
    for (const term of ['', ...new Set(termsOf(reading))]) this.#seen.set(term, (this.#seen.get(term) ?? 0) + 1);
  }
}
