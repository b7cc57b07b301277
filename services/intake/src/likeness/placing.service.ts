import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { CommonIssueService } from '../common-issue/common-issue.service.ts';
import { coreOf } from './domain/core-of.ts';
import { evidenceOf, titleOf } from './domain/evidence.ts';
import type { Scorer } from './domain/likeness.ts';
import type { Placement } from './domain/place.ts';
import { policyFor, type LikenessPolicy } from './domain/policy.ts';
import { indexed } from './domain/retrieval.ts';
import type { Told } from './domain/suggest.ts';
import { NearbyQueries } from './nearby.queries.ts';
import { CommonIssueCoreTable } from './suggestion.table.ts';

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

  async #join(
    tx: Tx,
    { told, at, receivedAt, policies }: Placing,
    { commonIssueId, likeness }: Joining,
  ): Promise<void> {
    const policy = policyFor(policies, told.domain.domain);
    const { issueId } = told.issue;
    const member = { issueId, score: likeness.score, evidence: evidenceOf(likeness, policy.alike, policy) };
    await this.commonIssues.extendProposal(tx, commonIssueId, [member], { at, by: LIKENESS });
    await this.#remember(tx, commonIssueId, receivedAt);
  }

  async #propose(tx: Tx, { told, at, receivedAt, policies, score }: Placing, { members }: Proposing): Promise<void> {
    const policy = policyFor(policies, told.domain.domain);
    const weighed = await this.nearby.weighedOf(
      tx,
      members.map(({ issueId }) => issueId),
    );
    const core = coreOf([...weighed.values()]);
    const likely = members.map(({ issueId, likeness }) => ({
      issueId,
      score: likeness.score,
      evidence: evidenceOf(likeness, policy.alike, policy),
    }));
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
    const { id } = await this.commonIssues.propose(tx, proposal, likely, at);
    await this.#remember(tx, id, receivedAt);
  }

  async #remember(tx: Tx, commonIssueId: string, lastReceivedAt: Date): Promise<void> {
    const members = await this.nearby.membersOf(tx, commonIssueId, OF_CORE);
    const weighed = await this.nearby.weighedOf(
      tx,
      members.map(({ issueId }) => issueId),
    );
    const core = coreOf([...weighed.values()]);
    await tx.manager.upsert(CommonIssueCoreTable, { commonIssueId, terms: indexed(core), core, lastReceivedAt }, [
      'commonIssueId',
    ]);
  }
}

type Joining = Extract<Placement, { does: 'JOIN' }>;
type Proposing = Extract<Placement, { does: 'PROPOSE' }>;
