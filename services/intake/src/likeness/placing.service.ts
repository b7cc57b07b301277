import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { CommonIssueService } from '../common-issue/common-issue.service.ts';
import { coreOf } from './domain/core-of.ts';
import { evidenceOf, titleOf } from './domain/evidence.ts';
import type { Scorer } from './domain/likeness.ts';
import { latecomers, type Alike, type Placed, type Placement, type Surroundings } from './domain/place.ts';
import { policyFor, type LikenessPolicy } from './domain/policy.ts';
import type { Told } from './domain/suggest.ts';
import type { Weighed } from './domain/weigh.ts';
import { NearbyQueries } from './nearby.queries.ts';

/** Who proposes: nobody of the centre. */
const LIKENESS = 'likeness';
/** So many of the latest members make the core of a common issue. */
const OF_CORE = 40;

export interface Placing {
  readonly told: Told;
  readonly placement: Placement;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly policies: readonly LikenessPolicy[];
  readonly score: Scorer;
  /** those of the window that belong to nothing */
  readonly single: readonly Placed[];
  readonly declinedTogether: Surroundings['declinedTogether'];
}

/** Carries out where likeness puts an issue. */
@Injectable()
export class PlacingService {
  constructor(
    private readonly nearby: NearbyQueries,
    private readonly commonIssues: CommonIssueService,
  ) {}

  async carryOut(tx: Tx, placing: Placing): Promise<void> {
    const { placement } = placing;
    if (placement.does === 'JOIN') await this.#join(tx, placing, placement);
    if (placement.does === 'PROPOSE') await this.#propose(tx, placing, placement);
  }

  async #join(tx: Tx, placing: Placing, { commonIssueId, likeness }: Joining): Promise<void> {
    if (!(await this.nearby.isStillProposed(tx, commonIssueId))) return;
    const { told, at, policies, single } = placing;
    const { issueId } = told.issue;
    const policy = policyFor(policies, told.domain.domain);
    const members = [issueId, ...(await this.#membersOf(tx, commonIssueId))];
    const core = await this.#coreOf(tx, members);
    const late = latecomers(core, single, { ...placing, alike: policy.alike, members });
    const joining = membersOf([{ issueId, likeness }, ...late], policy);
    await this.commonIssues.extendProposal(tx, commonIssueId, joining, { at, by: LIKENESS });
    await this.#remember(tx, commonIssueId, placing.receivedAt);
  }

  async #propose(tx: Tx, { told, at, receivedAt, policies, score }: Placing, { members }: Proposing): Promise<void> {
    const policy = policyFor(policies, told.domain.domain);
    const core = await this.#coreOf(
      tx,
      members.map(({ issueId }) => issueId),
    );
    const proposal = {
      title: titleOf(core.concepts, core.lexemes),
      domain: core.domain,
      urgency: told.urgency.urgency,
      origin: 'LIKENESS' as const,
      evidence: [
        `${policy.windowHours} 小时内 ${members.length} 件相似,来自至少 ${policy.firms} 家企业`,
        ...evidenceOf(score(told.issue.weighed, core), policy.alike, policy),
      ],
      by: LIKENESS,
    };
    const { id } = await this.commonIssues.propose(tx, proposal, membersOf(members, policy), at);
    await this.#remember(tx, id, receivedAt);
  }

  async #remember(tx: Tx, commonIssueId: string, lastReceivedAt: Date): Promise<void> {
    const core = await this.#coreOf(tx, await this.#membersOf(tx, commonIssueId));
    await this.nearby.keepCore(tx, commonIssueId, core, lastReceivedAt);
  }

  async #membersOf(tx: Tx, commonIssueId: string): Promise<string[]> {
    return (await this.nearby.membersOf(tx, commonIssueId, OF_CORE)).map(({ issueId }) => issueId);
  }

  async #coreOf(tx: Tx, members: readonly string[]): Promise<Weighed> {
    return coreOf([...(await this.nearby.weighedOf(tx, members)).values()]);
  }
}

/** In the order of their ids, in which whoever locks several issues locks them. */
function membersOf(alike: readonly Alike[], policy: LikenessPolicy) {
  const ordered = [...alike].sort((a, b) => (a.issueId < b.issueId ? -1 : 1));
  return ordered.map(({ issueId, likeness }) => ({
    issueId,
    score: likeness.score,
    evidence: evidenceOf(likeness, policy.alike, policy),
  }));
}

type Joining = Extract<Placement, { does: 'JOIN' }>;
type Proposing = Extract<Placement, { does: 'PROPOSE' }>;
