import { Inject, Injectable } from '@nestjs/common';
import { domain, urgency } from '@qifutong/contracts/fields';
import { countyDay } from '@qifutong/kernel/county-time';
import { change, create, save, type Announced } from '@qifutong/persistence/change';
import { saveAll } from '@qifutong/persistence/change-all';
import { Database, type Tx } from '@qifutong/persistence/database';
import { drawNumber } from '@qifutong/persistence/number-series';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { DispatchIssueInput, TriageIssueInput } from '../generated/graphql.ts';
import { dispatch } from './domain/dispatch.ts';
import { dated, isOpen, type Issue } from './domain/issue.ts';
import { register, type RegisterNumber, type Registration } from './domain/register.ts';
import { reportAgain, type FurtherReport } from './domain/report-again.ts';
import { solve } from './domain/solve.ts';
import { startWork } from './domain/start-work.ts';
import { triage } from './domain/triage.ts';
import { issues, IssueTable } from './issue.table.ts';

const dispatchShape = z.object({ issueId: z.uuid() });
const triageShape = z.object({ issueId: z.uuid(), domain, urgency: urgency.nullish() });

type Decide = (issue: Issue, now: Date) => Announced<Issue>;

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

  /** @param registeredAt now, but for history that is loaded as of the day received */
  register(tx: Tx, registration: Registration, registeredAt: Date, now = registeredAt): Promise<Issue> {
    return create(tx, issues, register(registration, registeredAt), now);
  }

  /** Adds a report to an issue that there is, if `assertMay` lets it. */
  async reportAgain(
    tx: Tx,
    { issueId, ...report }: { issueId: string } & FurtherReport,
    assertMay: (issue: Issue | null, open: boolean) => void,
  ): Promise<Issue> {
    const issue = await tx.manager.findOne(IssueTable, { where: { id: issueId }, lock: { mode: 'pessimistic_write' } });
    assertMay(issue, issue !== null && isOpen(issue));
    return save(tx, issues, issue!, (before, now) => this.#dated(before, reportAgain(before, report, now), now));
  }

  /** The one way to change an issue: what moves it is dated by the county's day. */
  change(db: Database | Tx, issueId: string, decide: Decide): Promise<Issue> {
    return change(db, issues, issueId, (before, now) => this.#dated(before, decide(before, now), now));
  }

  /** The same for many at once, whose rows the transaction holds locked. */
  async changeAll(tx: Tx, locked: readonly Issue[], decide: Decide): Promise<void> {
    const now = await tx.now();
    const decided = locked.map((before) => ({ before, decision: this.#dated(before, decide(before, now), now) }));
    await saveAll(tx, issues, decided, now);
  }

  #dated(before: Issue, { state, events }: Announced<Issue>, now: Date): Announced<Issue> {
    return { state: dated(before, state, now, countyDay(now, this.config.COUNTY_TIME_ZONE)), events };
  }

  async triage(viewer: Viewer, input: TriageIssueInput): Promise<Issue> {
    const { issueId, domain: about, urgency: how } = shaped(triageShape, input);
    return this.change(this.db, issueId, (issue) =>
      triage(issue, { domain: about, urgency: how ?? issue.urgency, by: viewer.sub }),
    );
  }

  async dispatch(viewer: Viewer, input: DispatchIssueInput): Promise<Issue> {
    const { issueId } = shaped(dispatchShape, input);
    return this.change(this.db, issueId, (issue, now) => dispatch(issue, { by: viewer.sub }, now));
  }

  /** A task of this round was accepted. What an earlier round's task still says changes nothing. */
  startWork(tx: Tx, { issueId, round, by }: TaskFact): Promise<Issue> {
    return this.change(tx, issueId, (issue) =>
      issue.round === round ? startWork(issue, { by }) : { state: issue, events: [] },
    );
  }

  solve(tx: Tx, { issueId, round, by, solvedAt }: TaskFact & { solvedAt: Date }): Promise<Issue> {
    return this.change(tx, issueId, (issue) =>
      issue.round === round ? solve(issue, { by, solvedAt }) : { state: issue, events: [] },
    );
  }
}
