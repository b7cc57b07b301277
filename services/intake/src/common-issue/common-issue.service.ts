import { Inject, Injectable } from '@nestjs/common';
import { domain, urgency } from '@qifutong/contracts/fields';
import { compactDay, countyDay } from '@qifutong/kernel/county-time';
import { Rejection } from '@qifutong/kernel/rejection';
import { change, create } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { drawNumber } from '@qifutong/persistence/number-series';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { entityId, optionalWords, orNull, words } from '@qifutong/platform/shape';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type {
  ConfirmCommonIssueInput,
  DeclineProposalInput,
  DispatchCommonIssueInput,
  ProposeCommonIssueInput,
  SetCauseInput,
} from '../generated/graphql.ts';
import { MembershipService } from '../issue/membership.service.ts';
import { commonIssues } from './common-issue.table.ts';
import type { CommonIssue } from './domain/common-issue.ts';
import { confirm } from './domain/confirm.ts';
import { decline } from './domain/decline.ts';
import { dispatch } from './domain/dispatch.ts';
import { propose, type Proposal } from './domain/propose.ts';
import { reject } from './domain/rejections.ts';
import { setCause } from './domain/set-cause.ts';
import { MemberRows, type Joining, type Likely } from './member-rows.service.ts';

export type { Joining, Likely };

const MOST_AT_ONCE = 5_000;
const issueIds = z
  .array(entityId)
  .max(MOST_AT_ONCE)
  .nullish()
  .transform((ids) => [...new Set(ids ?? [])]);
const cause = optionalWords(2000);
const proposeShape = z.object({
  title: words(200),
  domain,
  urgency: urgency.nullish().transform((how) => how ?? 'NORMAL'),
  issueIds,
  evidence: z
    .array(words(500))
    .max(20)
    .nullish()
    .transform((given) => given ?? []),
  cause,
  causeIsOwnRule: z.boolean().nullish().transform(Boolean),
});
const confirmShape = z.object({
  commonIssueId: entityId,
  title: optionalWords(200),
  domain: orNull(domain),
  cause,
  causeIsOwnRule: orNull(z.boolean()),
  without: issueIds,
});
const declineShape = z.object({ commonIssueId: entityId, reason: words(500) });
const dispatchShape = z.object({ commonIssueId: entityId });
const causeShape = z.object({
  commonIssueId: entityId,
  cause: words(2000),
  causeIsOwnRule: orNull(z.boolean()),
});

@Injectable()
export class CommonIssueService {
  constructor(
    @Inject(CONFIG) private readonly config: ServiceConfig,
    private readonly db: Database,
    private readonly members: MemberRows,
    private readonly membership: MembershipService,
  ) {}

  /** @param at when the issue that completed it was registered */
  async propose(
    tx: Tx,
    proposal: Omit<Proposal, 'id' | 'number'>,
    members: readonly Likely[],
    at: Date,
  ): Promise<CommonIssue> {
    const day = countyDay(at, this.config.COUNTY_TIME_ZONE);
    const drawn = await drawNumber(tx.manager, 'common-issue', day);
    const number = `共${compactDay(day)}-${String(drawn).padStart(4, '0')}`;
    const common = await create(tx, commonIssues, propose({ ...proposal, id: uuidv7(), number }, at), at);
    const joining = members.map((member) => ({ ...member, commonIssueId: common.id, addedAt: at }));
    await this.extendProposals(tx, joining, proposal.by);
    return common;
  }

  /** Adds issues to proposals that this transaction holds locked; one that is there already stays as it is. */
  extendProposals(tx: Tx, joining: readonly Joining[], by: string): Promise<void> {
    return this.members.propose(tx, joining, by);
  }

  /** By an analyst's eye; without issues from the figures, before anybody reports it (将问题化解在前). */
  async proposeByHand(viewer: Viewer, input: ProposeCommonIssueInput): Promise<CommonIssue> {
    const { issueIds: ids, ...told } = shaped(proposeShape, input);
    const origin = ids.length > 0 ? 'ANALYST' : 'FORESIGHT';
    if (origin === 'FORESIGHT' && told.evidence.length === 0) throw reject('FIELD_REQUIRED', { field: 'evidence' });
    return this.db.transaction(async (tx) => {
      await this.membership.assertLinkable(tx, ids);
      const members = ids.map((issueId) => ({ issueId, score: null, evidence: [] }));
      return this.propose(tx, { ...told, origin, by: viewer.sub }, members, await tx.now());
    });
  }

  /** What was proposed become members, but those named and those that can no longer be: why, is kept with each. Of what nobody becomes a member of, nothing is confirmed. */
  async confirm(viewer: Viewer, input: ConfirmCommonIssueInput): Promise<CommonIssue> {
    const { commonIssueId, without, ...told } = shaped(confirmShape, input);
    const by = viewer.sub;
    return this.db.transaction(async (tx) => {
      const common = await change(tx, commonIssues, commonIssueId, (before, now) =>
        confirm(before, { ...told, by }, now),
      );
      const proposed = await this.members.proposed(tx, commonIssueId);
      if (without.some((id) => !proposed.includes(id)))
        throw reject('COMMON_ISSUE_MEMBER_UNKNOWN', { field: 'without', number: common.number });
      const wanted = proposed.filter((id) => !without.includes(id));
      const linked = await this.membership.link(tx, wanted, wholeOf(common), by);
      const decided = proposed.map((issueId) => decidedOn(issueId, linked.get(issueId)));
      if (proposed.length > 0 && !decided.some(({ state }) => state === 'MEMBER'))
        throw reject('COMMON_ISSUE_WITHOUT_MEMBERS', { field: 'without', number: common.number });
      await this.members.decide(tx, commonIssueId, decided, common.confirmedAt!);
      return common;
    });
  }

  async decline(viewer: Viewer, input: DeclineProposalInput): Promise<CommonIssue> {
    const { commonIssueId, reason } = shaped(declineShape, input);
    return this.db.transaction(async (tx) => {
      const common = await change(tx, commonIssues, commonIssueId, (before, now) =>
        decline(before, { by: viewer.sub, reason }, now),
      );
      const proposed = await this.members.proposed(tx, commonIssueId);
      const declined = proposed.map((issueId) => decidedOn(issueId, undefined));
      await this.members.decide(tx, commonIssueId, declined, common.declinedAt!);
      return common;
    });
  }

  async dispatch(viewer: Viewer, input: DispatchCommonIssueInput): Promise<CommonIssue> {
    const { commonIssueId } = shaped(dispatchShape, input);
    return this.db.transaction(async (tx) => {
      const common = await change(tx, commonIssues, commonIssueId, (before, now) =>
        dispatch(before, { by: viewer.sub }, now),
      );
      await this.membership.followDispatch(tx, commonIssueId, { domain: common.domain, by: viewer.sub });
      return common;
    });
  }

  async setCause(input: SetCauseInput): Promise<CommonIssue> {
    const { commonIssueId, ...told } = shaped(causeShape, input);
    return change(this.db, commonIssues, commonIssueId, (before) => setCause(before, told));
  }

  /** An issue that is merged leaves the common issue that it belongs to, or that is proposed for it. */
  leave(tx: Tx, issueId: string, at: Date): Promise<void> {
    return this.members.leave(tx, issueId, at);
  }
}

/** What its members take over from it. */
export function wholeOf({ id, state, domain: about, taskForce, acceptedBy }: CommonIssue) {
  return { commonIssueId: id, domain: about, taskForce, state, acceptedBy };
}

function decidedOn(issueId: string, outcome: object | undefined) {
  if (outcome === undefined) return { issueId, state: 'DECLINED', because: null } as const;
  return outcome instanceof Rejection
    ? ({ issueId, state: 'OUT', because: outcome.code } as const)
    : ({ issueId, state: 'MEMBER', because: null } as const);
}
