import { Inject, Injectable } from '@nestjs/common';
import { domain, urgency } from '@qifutong/contracts/fields';
import { countyDay } from '@qifutong/kernel/county-time';
import { change, create, type Announced } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { drawNumber } from '@qifutong/persistence/number-series';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { DispatchIssueInput, TriageIssueInput } from '../generated/graphql.ts';
import { dispatch } from './domain/dispatch.ts';
import { dated, type Issue } from './domain/issue.ts';
import { register, type RegisterNumber, type Registration } from './domain/register.ts';
import { solve } from './domain/solve.ts';
import { startWork } from './domain/start-work.ts';
import { triage } from './domain/triage.ts';
import { issues } from './issue.table.ts';

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

  register(tx: Tx, registration: Registration, now: Date): Promise<Issue> {
    return create(tx, issues, register(registration, now), now);
  }

  /** The one way to change an issue: what moves it is dated by the county's day. */
  change(db: Database | Tx, issueId: string, decide: Decide): Promise<Issue> {
    return change(db, issues, issueId, (before, now) => {
      const { state, events } = decide(before, now);
      return { state: dated(before, state, now, countyDay(now, this.config.COUNTY_TIME_ZONE)), events };
    });
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
