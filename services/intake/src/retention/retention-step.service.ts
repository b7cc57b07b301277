import { Inject, Injectable } from '@nestjs/common';
import { retentionCarriedOut } from '@qifutong/contracts/intake/retention-carried-out';
import type { Tx } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { CallRemoval } from '../call/call-removal.service.ts';
import { IssueService } from '../issue/issue.service.ts';
import { PseudonymService } from '../report/pseudonym.service.ts';
import { dueForRetention, turnOf } from './domain/due-for-retention.ts';
import { afterOf, type IssueLife, type RetentionKind, type RetentionPolicy } from './domain/retention.ts';
import { RetentionQueries, type Candidate, type FamilyMember, type Place } from './retention.queries.ts';
import type { RetentionRun, Step } from './retention-run.queries.ts';

/** As many issues, or items, as one transaction takes up. */
const AT_ONCE = 200;

/** What one transaction works on, and by what. */
export interface Turn {
  readonly run: RetentionRun;
  readonly policy: RetentionPolicy;
}

type Carried = Omit<Parameters<typeof retentionCarriedOut>[0], 'day' | 'policyVersion' | 'carriedOutAt'>;

@Injectable()
export class RetentionStep {
  constructor(
    private readonly queries: RetentionQueries,
    private readonly issues: IssueService,
    private readonly pseudonyms: PseudonymService,
    private readonly calls: CallRemoval,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** Takes away who reported some issues. One that somebody changes just now has its turn on the next day. */
  async contacts(tx: Tx, turn: Turn, now: Date): Promise<Step> {
    const kind = 'REPORTER_CONTACT';
    await this.issues.standStill(tx);
    const found = await this.queries.contacts(tx.manager, turn.run, this.#until(turn, kind), AT_ONCE);
    const held = await this.queries.held(tx.manager, idsOf(found));
    const family = await this.queries.families(tx.manager, held);
    const items = family.map(({ id: issueId, survivorId }) => ({ kind, issueId, survivorId }) as const);
    const { due } = dueForRetention(items, this.#terms(turn, family), turn.run.dueAt);
    const { reporters: count, issueIds } = await this.pseudonyms.pseudonymise(tx, due, now);
    await this.queries.release(
      tx,
      due.map(({ issueId }) => issueId),
    );
    return stepOf(turn, found, { kind, count, issueIds: [...issueIds], callIds: [] }, now);
  }

  /** Removes some items of public opinion that became no issue. */
  async items(tx: Tx, turn: Turn, now: Date): Promise<Step> {
    const kind = 'PUBLIC_OPINION_ITEM';
    const items = await this.queries.items(tx.manager, turn.run, this.#until(turn, kind), AT_ONCE);
    const { due } = dueForRetention(items, this.#terms(turn, []), turn.run.dueAt);
    const callIds = due.map(({ callId }) => callId);
    await this.calls.remove(tx, callIds, this.config.COUNTY_TIME_ZONE);
    const found = items.map(({ callId, takenAt }) => ({ id: callId, since: takenAt }));
    return stepOf(turn, found, { kind, count: due.length, issueIds: [], callIds }, now);
  }

  #until({ run, policy }: Turn, kind: RetentionKind): Date {
    return turnOf(afterOf(policy, kind), run.dueAt, this.config.COUNTY_TIME_ZONE).to;
  }

  #terms({ run, policy }: Turn, family: readonly FamilyMember[]) {
    const lives = new Map<string, IssueLife>(family.map((life) => [life.id, life]));
    return { policy, timeZone: this.config.COUNTY_TIME_ZONE, lives, closedUntil: run.dueAt };
  }
}

function idsOf(candidates: readonly Candidate[]): string[] {
  return candidates.map(({ id }) => id);
}

function stepOf({ run, policy }: Turn, found: readonly Candidate[], carried: Carried, now: Date): Step {
  const { day } = run;
  const told = { day, policyVersion: policy.version, carriedOutAt: now.toISOString(), ...carried };
  return { run, place: placeAfter(found), events: carried.count === 0 ? [] : [retentionCarriedOut(told)] };
}

/** Fewer than asked for are the last ones. */
function placeAfter(found: readonly Candidate[]): Place | null {
  const last = found.at(-1);
  return last && found.length === AT_ONCE ? { afterAt: last.since.toISOString(), afterId: last.id } : null;
}
