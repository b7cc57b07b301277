import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { CommonIssueService } from '../common-issue/common-issue.service.ts';
import { coreOf } from './domain/core-of.ts';
import { evidenceOf, titleOf } from './domain/evidence.ts';
import type { Scorer } from './domain/likeness.ts';
import { latecomers, type Alike, type Placed, type Placement, type Surroundings } from './domain/place.ts';
import { policyFor, type LikenessPolicy } from './domain/policy.ts';
import type { Told } from './domain/suggest.ts';
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
    const { told, receivedAt, single } = placing;
    const { issueId } = told.issue;
    await this.#extend(tx, placing, commonIssueId, [{ issueId, likeness }]);
    const { core, members } = await this.#remember(tx, commonIssueId, receivedAt);
    const { alike } = policyFor(placing.policies, told.domain.domain);
    const late = latecomers(core, single, { ...placing, alike, members });
    if (late.length === 0) return;
    await this.#extend(tx, placing, commonIssueId, late);
    await this.#remember(tx, commonIssueId, receivedAt);
  }

  async #extend(
    tx: Tx,
    { told, at, policies }: Placing,
    commonIssueId: string,
    alike: readonly Alike[],
  ): Promise<void> {
    const policy = policyFor(policies, told.domain.domain);
    await this.commonIssues.extendProposal(tx, commonIssueId, membersOf(alike, policy), { at, by: LIKENESS });
  }

  async #propose(tx: Tx, { told, at, receivedAt, policies, score }: Placing, { members }: Proposing): Promise<void> {
    const policy = policyFor(policies, told.domain.domain);
    const weighed = await this.nearby.weighedOf(
      tx,
      members.map(({ issueId }) => issueId),
    );
    const core = coreOf([...weighed.values()]);
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

  async #remember(tx: Tx, commonIssueId: string, lastReceivedAt: Date) {
    const members = (await this.nearby.membersOf(tx, commonIssueId, OF_CORE)).map(({ issueId }) => issueId);
    const weighed = await this.nearby.weighedOf(tx, members);
    const core = coreOf([...weighed.values()]);
    await this.nearby.keepCore(tx, commonIssueId, core, lastReceivedAt);
    return { core, members };
  }
}

function membersOf(alike: readonly Alike[], policy: LikenessPolicy) {
  return alike.map(({ issueId, likeness }) => ({
    issueId,
    score: likeness.score,
    evidence: evidenceOf(likeness, policy.alike, policy),
  }));
}

type Joining = Extract<Placement, { does: 'JOIN' }>;
type Proposing = Extract<Placement, { does: 'PROPOSE' }>;
