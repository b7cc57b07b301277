import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { callerError } from '@qifutong/platform/errors';
import { CONFIG } from '@qifutong/platform/tokens';
import type { EntityManager } from 'typeorm';
import { NIL } from 'uuid';
import { dueForRetention, turnOf, type Terms } from './domain/due-for-retention.ts';
import {
  afterOf,
  type IssueLife,
  type OpinionItem,
  type RetentionKind,
  type RetentionLine,
  type StayReason,
} from './domain/retention.ts';
import { DryRunQueries } from './dry-run.queries.ts';
import { RetentionPolicyQueries } from './retention-policy.queries.ts';
import { RetentionQueries, type Place } from './retention.queries.ts';

const [EARLIEST, TOO_LATE] = [Date.UTC(2000), Date.UTC(2200)];
const PAGE = 1_000;
const ALWAYS = '-infinity';
const FOREVER = 'infinity';

/** What stays whatever its age. */
const forGood = ['REPORT', 'GUIDANCE', 'NOTICE', 'DAILY_CLOSURE'] as const;

interface Going extends RetentionLine {
  readonly count: number;
  readonly ids: readonly string[];
}
interface Staying {
  readonly what: RetentionKind | (typeof forGood)[number];
  readonly because: StayReason | 'FOR_GOOD';
  readonly count: number | null;
}

export interface DryRun {
  readonly at: Date;
  readonly policyVersion: number;
  readonly goes: readonly Going[];
  readonly stays: readonly Staying[];
}

/** What a dry run looks at. */
interface Asked {
  readonly manager: EntityManager;
  readonly terms: Terms;
  readonly at: Date;
  readonly first: number;
}
interface Found {
  readonly going: Going;
  readonly staying: readonly Staying[];
}

@Injectable()
export class DryRunService {
  constructor(
    private readonly db: Database,
    private readonly policies: RetentionPolicyQueries,
    private readonly retention: RetentionQueries,
    private readonly queries: DryRunQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** What would go at an instant and what would stay, by one view of the register in which nothing can be written. */
  async at(instant: Date | null, first: number): Promise<DryRun> {
    const timeMs = instant?.getTime() ?? EARLIEST;
    if (timeMs < EARLIEST || timeMs >= TOO_LATE)
      throw callerError('BAD_USER_INPUT', 'at must be of the years 2000 to 2199', { field: 'at' });
    return this.db.transaction(async (tx) => {
      const { manager } = tx;
      await manager.query('set transaction isolation level repeatable read, read only');
      const now = await tx.now();
      const at = instant ?? now;
      const policy = await this.policies.inForce(manager);
      const due = await this.retention.due(manager);
      // of a later instant every day until then is taken for closed
      const closedUntil = at > now ? at : (due?.endedAt ?? null);
      const terms = {
        policy,
        timeZone: this.config.COUNTY_TIME_ZONE,
        lives: new Map<string, IssueLife>(),
        closedUntil,
      };
      const contacts = await this.#contacts({ manager, terms, at, first });
      const items = await this.#items({ manager, terms, at, first });
      const kept = forGood.map((what) => ({ what, because: 'FOR_GOOD' as const, count: null }));
      const stays = [...contacts.staying, ...items.staying, ...kept];
      return { at, policyVersion: policy.version, goes: [contacts.going, items.going], stays };
    });
  }

  async #contacts({ manager, terms, at, first }: Asked): Promise<Found> {
    const line = lineOf(terms, 'REPORTER_CONTACT');
    const { from, to } = boundsOf(line, terms, at);
    const sure = await this.queries.holding(manager, [ALWAYS, from], first);
    const holders = await this.queries.holders(manager, [from, to]);
    const later = await this.queries.holding(manager, [to, FOREVER], 0);
    const family = await this.retention.families(
      manager,
      holders.map(({ id }) => id),
    );
    const lives = new Map(family.map((life) => [life.id, life]));
    const items = holders.map(({ id: issueId, reporters }) => ({ kind: line.kind, issueId, reporters }) as const);
    const { due, stay } = dueForRetention(items, { ...terms, lives }, at);
    const { open, rejected } = await this.queries.notWrittenOff(manager);
    const within = later.count + sum(stay.map(({ item }) => item.reporters));
    const ids = [...sure.ids, ...due.map(({ issueId }) => issueId)].slice(0, first);
    return {
      going: { ...line, count: sure.count + sum(due.map(({ reporters }) => reporters)), ids },
      staying: [
        { what: line.kind, because: 'ISSUE_OPEN', count: open },
        { what: line.kind, because: 'ISSUE_REJECTED', count: rejected },
        { what: line.kind, because: 'WITHIN_PERIOD', count: within },
      ],
    };
  }

  async #items({ manager, terms, at, first }: Asked): Promise<Found> {
    const line = lineOf(terms, 'PUBLIC_OPINION_ITEM');
    const { to } = boundsOf(line, terms, at);
    const ids: string[] = [];
    const stays = new Map<StayReason, number>([['WITHIN_PERIOD', await this.queries.itemsAfter(manager, to)]]);
    let count = 0;
    for await (const some of this.#pages(manager, new Date(to))) {
      const { due, stay } = dueForRetention(some, terms, at);
      count += due.length;
      ids.push(...due.slice(0, first - ids.length).map(({ callId }) => callId));
      for (const { because } of stay) stays.set(because, (stays.get(because) ?? 0) + 1);
    }
    const reasons = ['WITHIN_PERIOD', 'DAY_NOT_CLOSED'] as const;
    const staying = reasons.map((because) => ({ what: line.kind, because, count: stays.get(because) ?? 0 }));
    return { going: { ...line, count, ids }, staying };
  }

  async *#pages(manager: EntityManager, until: Date): AsyncGenerator<readonly OpinionItem[]> {
    let place: Place | null = { afterAt: ALWAYS, afterId: NIL };
    while (place !== null) {
      const some: readonly OpinionItem[] = await this.retention.items(manager, place, until, PAGE);
      yield some;
      const last = some.at(-1);
      place = last && some.length === PAGE ? { afterAt: last.takenAt.toISOString(), afterId: last.callId } : null;
    }
  }
}

function lineOf<K extends RetentionKind>({ policy }: Terms, kind: K) {
  return { kind, after: afterOf(policy, kind) };
}

function boundsOf({ after }: RetentionLine, { timeZone }: Terms, at: Date) {
  const { from, to } = turnOf(after, at, timeZone);
  return { from: from.toISOString(), to: to.toISOString() };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
