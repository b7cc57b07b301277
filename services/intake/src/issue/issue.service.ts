import { Inject, Injectable } from '@nestjs/common';
import { domain, urgency } from '@qifutong/contracts/fields';
import { countyDay } from '@qifutong/kernel/county-time';
import { change, create } from '@qifutong/persistence/change';
import { saveAll } from '@qifutong/persistence/change-all';
import { Database, type Tx } from '@qifutong/persistence/database';
import { drawNumber } from '@qifutong/persistence/number-series';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { In, IsNull } from 'typeorm';
import { z } from 'zod';
import type { DispatchIssueInput, TriageIssueInput } from '../generated/graphql.ts';
import { dispatch } from './domain/dispatch.ts';
import type { Issue } from './domain/issue.ts';
import { matchFirm } from './domain/match-firm.ts';
import { register, type RegisterNumber, type Registration } from './domain/register.ts';
import { solve } from './domain/solve.ts';
import { startWork } from './domain/start-work.ts';
import { triage } from './domain/triage.ts';
import { issues, IssueTable } from './issue.table.ts';
import { overlookedSince, waitingFor, type Come, type Found } from './waiting.queries.ts';

const dispatchShape = z.object({ issueId: z.uuid() });
const triageShape = z.object({ issueId: z.uuid(), domain, urgency: urgency.nullish() });

const AT_ONCE = 500;

interface TaskFact {
  readonly issueId: string;
  readonly round: number;
  readonly by: string;
}

@Injectable()
export class IssueService {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** The next number of the register. Drawn before the transaction that uses it: writers do not wait for each other. */
  async drawNumber(now: Date): Promise<RegisterNumber> {
    const day = countyDay(now, this.config.COUNTY_TIME_ZONE);
    return { day, runningNumber: await drawNumber(this.db.source.manager, 'issue', day) };
  }

  register(tx: Tx, registration: Registration, now: Date): Promise<Issue> {
    return create(tx, issues, register(registration, now), now);
  }

  async triage(viewer: Viewer, input: TriageIssueInput): Promise<Issue> {
    const { issueId, domain: about, urgency: how } = shaped(triageShape, input);
    return change(this.db, issues, issueId, (issue) =>
      triage(issue, { domain: about, urgency: how ?? issue.urgency, by: viewer.sub }),
    );
  }

  async dispatch(viewer: Viewer, input: DispatchIssueInput): Promise<Issue> {
    const { issueId } = shaped(dispatchShape, input);
    return change(this.db, issues, issueId, (issue, now) => dispatch(issue, { by: viewer.sub }, now));
  }

  /** A task of this round was accepted. What an earlier round's task still says changes nothing. */
  startWork(tx: Tx, { issueId, round, by }: TaskFact): Promise<Issue> {
    return change(tx, issues, issueId, (issue) =>
      issue.round === round ? startWork(issue, { by }) : { state: issue, events: [] },
    );
  }

  solve(tx: Tx, { issueId, round, by, solvedAt }: TaskFact & { solvedAt: Date }): Promise<Issue> {
    return change(tx, issues, issueId, (issue) =>
      issue.round === round ? solve(issue, { by, solvedAt }) : { state: issue, events: [] },
    );
  }

  /** Says whose issue it is; a firm that is null is one that the register does not have. */
  matchFirm(tx: Tx, { issueId, ...match }: { issueId: string } & Parameters<typeof matchFirm>[1]): Promise<Issue> {
    return change(tx, issues, issueId, (issue, now) => matchFirm(issue, match, now));
  }

  /** Matches the issues that waited for what came into the register of firms. */
  async matchWaiting(tx: Tx, come: Come): Promise<void> {
    if (come.codes.length + come.names.length > 0) await this.#match(tx, await waitingFor(tx.manager, come));
  }

  /** Matches issues that were being written while their firm came into the register. */
  matchOverlooked(withinMs: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const since = new Date((await tx.now()).getTime() - withinMs);
      await this.#match(tx, await overlookedSince(tx.manager, since));
    });
  }

  async #match(tx: Tx, found: readonly Found[]): Promise<void> {
    for (let at = 0; at < found.length; at += AT_ONCE) {
      const firms = new Map(found.slice(at, at + AT_ONCE).map((one) => [one.issueId, one]));
      const waiting = await tx.manager.find(IssueTable, {
        where: { id: In([...firms.keys()]), firmCreditCode: IsNull() },
        order: { id: 'ASC' },
        // whom somebody else has in hand is found again by matchOverlooked
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const now = await tx.now();
      const match = (issue: Issue) => matchFirm(issue, { firm: firms.get(issue.id) ?? null, by: null }, now);
      await saveAll(
        tx,
        issues,
        waiting.map((issue) => ({ before: issue, decision: match(issue) })),
        now,
      );
    }
  }
}
