import { Inject, Injectable } from '@nestjs/common';
import { domain, urgency } from '@qifutong/contracts/fields';
import { countyDay } from '@qifutong/kernel/county-time';
import { change, create, save, type Announced } from '@qifutong/persistence/change';
import { saveAll } from '@qifutong/persistence/change-all';
import { changeMany, type Outcomes } from '@qifutong/persistence/change-many';
import { Database, type Tx } from '@qifutong/persistence/database';
import { drawNumber } from '@qifutong/persistence/number-series';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { In } from 'typeorm';
import { z } from 'zod';
import type { DispatchIssueInput, TriageIssueInput } from '../generated/graphql.ts';
import { CallbackPolicyService } from './callback-policy.service.ts';
import { assign, heeds, unassign, type InHand } from './domain/assign.ts';
import { dispatch } from './domain/dispatch.ts';
import { findIneffective, restsOn } from './domain/find-ineffective.ts';
import { dated, isOpen, type Issue } from './domain/issue.ts';
import { reject } from './domain/rejections.ts';
import { register, type RegisterNumber, type Registration } from './domain/register.ts';
import { reportAgain, type FurtherReport } from './domain/report-again.ts';
import { solve } from './domain/solve.ts';
import { startWork } from './domain/start-work.ts';
import { triage } from './domain/triage.ts';
import { issues, IssueTable } from './issue.table.ts';

const dispatchShape = z.object({ issueId: z.uuid() });
const triageShape = z.object({ issueId: z.uuid(), domain, urgency: urgency.nullish() });

type Decide = (issue: Issue, now: Date) => Announced<Issue>;

interface TaskFact extends InHand {
  /** null: it is the task of a common issue */
  readonly issueId: string | null;
  readonly round: number;
  readonly at: Date;
}

const SURVIVOR = `with recursive line (id, merged_into) as (
    select id, merged_into from issue where id = $1
    union select issue.id, issue.merged_into from issue join line on issue.id = line.merged_into)
  select id from line where merged_into is null`;

@Injectable()
export class IssueService {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
    private readonly callbackPolicy: CallbackPolicyService,
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

  /** Until the transaction ends nothing is merged or taken apart: what hangs on an issue stays there. */
  async standStill(tx: Tx): Promise<void> {
    await tx.manager.query(`select pg_advisory_xact_lock_shared(hashtext('issue_merging' || current_schema()))`);
  }

  /** Adds a report to an issue that there is, or to the one that it lives on in, if `assertMay` lets it. */
  async reportAgain(
    tx: Tx,
    { issueId, ...report }: { issueId: string } & FurtherReport,
    assertMay: (issue: Issue | null, open: boolean) => void,
  ): Promise<Issue> {
    await this.standStill(tx);
    const [survivor] = await tx.manager.query<{ id: string }[]>(SURVIVOR, [issueId]);
    const where = { id: survivor?.id ?? issueId };
    const issue = await tx.manager.findOne(IssueTable, { where, lock: { mode: 'for_no_key_update' } });
    assertMay(issue, issue !== null && isOpen(issue));
    return this.changeLocked(tx, issue!, (before, now) => reportAgain(before, report, now));
  }

  /** The one way to change an issue: what moves it is dated by the county's day. */
  change(db: Database | Tx, issueId: string, decide: Decide): Promise<Issue> {
    return change(db, issues, issueId, this.#dating(decide));
  }

  /** The same for an issue that `lock` has given. */
  changeLocked(tx: Tx, before: Issue, decide: Decide): Promise<Issue> {
    return save(tx, issues, before, this.#dating(decide));
  }

  /**
   * Issues that this transaction alone may change from here on, in the order of the ids asked for. All who lock several do it in
   * the order of ids, so that none waits for another in a circle.
   * @throws ISSUE_NOT_FOUND
   */
  async lock(tx: Tx, ...issueIds: readonly string[]): Promise<Issue[]> {
    return this.#lock(
      tx,
      issueIds.map((id) => ({ id, field: 'issueId' })),
    );
  }

  /** The same of ids that are asked for by different fields: the one that is not there is named. */
  async lockNamed<F extends string>(tx: Tx, asked: Readonly<Record<F, string>>): Promise<Record<F, Issue>> {
    const fields = Object.keys(asked) as F[];
    const found = await this.#lock(
      tx,
      fields.map((field) => ({ id: asked[field], field })),
    );
    return Object.fromEntries(fields.map((field, i) => [field, found[i]!])) as Record<F, Issue>;
  }

  async #lock(tx: Tx, asked: readonly { readonly id: string; readonly field: string }[]): Promise<Issue[]> {
    const found = await tx.manager.find(IssueTable, {
      where: { id: In(asked.map(({ id }) => id)) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return asked.map(({ id, field }) => {
      const issue = found.find((one) => one.id === id.toLowerCase());
      if (!issue) throw reject('ISSUE_NOT_FOUND', { field });
      return issue;
    });
  }

  /** Changes many at once, whose rows the transaction holds locked. */
  async changeAll(tx: Tx, locked: readonly Issue[], decide: Decide): Promise<void> {
    const now = await tx.now();
    const dating = this.#dating(decide);
    await saveAll(
      tx,
      issues,
      locked.map((before) => ({ before, decision: dating(before, now) })),
      now,
    );
  }

  /** Locks and changes many at once, as many as one transaction should hold; a "no" to one is that one's outcome. */
  changeMany(tx: Tx, issueIds: readonly string[], decide: Decide): Promise<Outcomes<Issue>> {
    return changeMany(tx, issues, issueIds, this.#dating(decide));
  }

  #dating(decide: Decide): Decide {
    return (before, now) => {
      const { state, events } = decide(before, now);
      return { state: dated(before, state, now, countyDay(now, this.config.COUNTY_TIME_ZONE)), events };
    };
  }

  async triage(viewer: Viewer, input: TriageIssueInput): Promise<Issue> {
    const { issueId, domain: about, urgency: how } = shaped(triageShape, input);
    return this.change(this.db, issueId, (issue, now) =>
      triage(issue, { domain: about, urgency: how ?? null, by: viewer.sub }, now),
    );
  }

  async dispatch(viewer: Viewer, input: DispatchIssueInput): Promise<Issue> {
    const { issueId } = shaped(dispatchShape, input);
    return this.change(this.db, issueId, (issue, now) => dispatch(issue, { by: viewer.sub }, now));
  }

  /** A task was opened. What is told of an earlier round, or of a task that does not count any more, changes nothing. */
  assign(tx: Tx, { issueId, round, ...task }: TaskFact): Promise<void> {
    return this.#mirror(tx, issueId, round, (issue) => assign(issue, task));
  }

  startWork(tx: Tx, { issueId, round, ...accepted }: TaskFact & { by: string }): Promise<void> {
    return this.#mirror(tx, issueId, round, (issue) => startWork(issue, accepted));
  }

  async solve(tx: Tx, { issueId, round, by, at: solvedAt }: TaskFact & { by: string }): Promise<void> {
    const policy = await this.callbackPolicy.inForce(tx);
    return this.#mirror(tx, issueId, round, (issue) => solve(issue, { by, solvedAt }, policy));
  }

  /** A solution was found ineffective. Where another came since, or the firm was called back already, that changes nothing. */
  findIneffective(
    tx: Tx,
    { issueId, round, solvedAt, by }: Pick<TaskFact, 'issueId' | 'round'> & { solvedAt: Date; by: string },
  ): Promise<void> {
    return this.#mirror(tx, issueId, round, (issue) =>
      restsOn(issue, { solvedAt }) ? findIneffective(issue, { by }) : { state: issue, events: [] },
    );
  }

  unassign(tx: Tx, { issueId, round, taskId }: Pick<TaskFact, 'issueId' | 'round' | 'taskId'>): Promise<void> {
    return this.#mirror(tx, issueId, round, (issue) => unassign(issue, { taskId }));
  }

  async #mirror(
    tx: Tx,
    issueId: string | null,
    round: number,
    decide: (issue: Issue) => Announced<Issue>,
  ): Promise<void> {
    if (issueId === null) return;
    await this.change(tx, issueId, (issue) => (heeds(issue, { round }) ? decide(issue) : { state: issue, events: [] }));
  }
}
