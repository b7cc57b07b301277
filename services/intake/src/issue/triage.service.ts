import { Injectable } from '@nestjs/common';
import { domain, rejectionReason } from '@qifutong/contracts/fields';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { optionalWords, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { CommonIssueSettlement } from '../common-issue/settlement.service.ts';
import type {
  AnswerIssueInput,
  CompleteReviewInput,
  RejectIssueInput,
  ReopenIssueInput,
  SetOptOutInput,
} from '../generated/graphql.ts';
import { GuidanceQueries, type GuidanceInForce } from '../guidance/guidance.queries.ts';
import { IssueAnswerTable } from './answer.table.ts';
import { CallbackPolicyService } from './callback-policy.service.ts';
import { answerIssue } from './domain/answer.ts';
import type { Issue } from './domain/issue.ts';
import { completeReview } from './domain/complete-review.ts';
import { optOut } from './domain/opt-out.ts';
import { rejectIssue } from './domain/reject.ts';
import { reject } from './domain/rejections.ts';
import { reopen } from './domain/reopen.ts';
import { IssueService } from './issue.service.ts';
import { IssueTable } from './issue.table.ts';

const issueId = z.uuid();
const answerShape = z.object({
  issueId,
  answer: words(4000),
  domain: domain.nullish(),
  guidanceId: z.uuid().nullish(),
});
const rejectShape = z.object({ issueId, reason: rejectionReason, note: optionalWords(2000) });
const reopenShape = z.object({ issueId, reason: words(2000) });
const reviewShape = z.object({ issueId });
const optOutShape = z.object({ issueId, optedOut: z.boolean() });

/** What an analyst decides of an issue, beside sending it out. */
@Injectable()
export class TriageService {
  constructor(
    private readonly db: Database,
    private readonly issues: IssueService,
    private readonly callbackPolicy: CallbackPolicyService,
    private readonly guidances: GuidanceQueries,
    private readonly commonIssues: CommonIssueSettlement,
  ) {}

  async answer(viewer: Viewer, input: AnswerIssueInput): Promise<Issue> {
    const { issueId: id, answer, domain: about, guidanceId } = shaped(answerShape, input);
    return this.db.transaction(async (tx) => {
      // a guidance before the issues that rest on it, as whoever publishes locks them
      const inForce = await this.#guidance(tx, guidanceId);
      const policy = await this.callbackPolicy.inForce(tx);
      const [before] = (await this.issues.lock(tx, id)) as [Issue];
      const guidance = inForce && (await this.#restingOn(tx, inForce, before));
      const given = { answer, domain: about ?? null, guidance, by: viewer.sub };
      const issue = await this.issues.changeLocked(tx, before, (state, now) => answerIssue(state, given, policy, now));
      await this.#keep(tx, issue, { answer, by: viewer.sub });
      return issue;
    });
  }

  /** Of the round, beside the issue itself: the next round begins with nothing. */
  async #keep({ manager }: Tx, issue: Issue, told: { readonly answer: string; readonly by: string }): Promise<void> {
    const { id: issueId, round, guidanceId, guidanceVersion } = issue;
    const rests = { guidanceId, guidanceVersion, at: issue.solvedAt! };
    await manager.insert(IssueAnswerTable, { id: uuidv7(), issueId, firstIssueId: null, round, ...rests, ...told });
  }

  async reject(viewer: Viewer, input: RejectIssueInput): Promise<Issue> {
    const { issueId: id, ...refusal } = shaped(rejectShape, input);
    return this.issues.change(this.db, id, (issue, now) => rejectIssue(issue, { ...refusal, by: viewer.sub }, now));
  }

  async reopen(viewer: Viewer, input: ReopenIssueInput): Promise<Issue> {
    const { issueId: id, reason } = shaped(reopenShape, input);
    return this.db.transaction(async (tx) => {
      await this.#openWhole(tx, id);
      return this.issues.change(tx, id, (issue, now) => reopen(issue, { reason, by: viewer.sub }, now));
    });
  }

  /** The common issue before its member, as everybody locks them. What a closed issue belongs to changes with no move. */
  async #openWhole(tx: Tx, id: string): Promise<void> {
    const issue = await tx.manager.findOneBy(IssueTable, { id });
    if (issue?.commonIssueId) await this.commonIssues.readmit(tx, issue.commonIssueId);
  }

  async setOptOut(input: SetOptOutInput): Promise<Issue> {
    const { issueId: id, optedOut } = shaped(optOutShape, input);
    return this.issues.change(this.db, id, (issue) => optOut(issue, { optedOut }));
  }

  async completeReview(viewer: Viewer, input: CompleteReviewInput): Promise<Issue> {
    const { issueId: id } = shaped(reviewShape, input);
    return this.issues.change(this.db, id, (issue) => completeReview(issue, { by: viewer.sub }));
  }

  async #guidance(tx: Tx, id: string | null | undefined): Promise<GuidanceInForce | null> {
    if (!id) return null;
    const guidance = await this.guidances.inForceNow(tx, id);
    if (guidance === null) throw reject('GUIDANCE_NOT_FOUND', { field: 'guidanceId' });
    return guidance;
  }

  /** @param locked its firm is the one that it has when it is answered */
  async #restingOn(tx: Tx, guidance: GuidanceInForce, locked: Issue) {
    const kind = await this.guidances.kindOf(tx, locked.firmCreditCode);
    return {
      ...guidance,
      outside: (issue: Pick<Issue, 'domain' | 'townCode'>) => guidance.outside({ ...kind, ...issue }),
    };
  }
}
