import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { CommonIssueService, type Joining } from '../common-issue/common-issue.service.ts';
import type { Commons, Member } from './domain/commons.ts';
import { coreOf } from './domain/core-of.ts';
import { evidenceOf, titleOf } from './domain/evidence.ts';
import type { Scorer } from './domain/likeness.ts';
import { latecomers, type Alike, type Placed, type Placement, type Surroundings } from './domain/place.ts';
import { type LikenessPolicy } from './domain/policy.ts';
import type { Told } from './domain/suggest.ts';
import type { Weighed } from './domain/weigh.ts';
import { CoreRows } from './core-rows.service.ts';
import { LikenessRows } from './likeness-rows.service.ts';

/** Who proposes: nobody of the centre. */
const LIKENESS = 'likeness';

export interface Placing {
  readonly told: Told;
  readonly placement: Placement;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly policy: LikenessPolicy;
  readonly score: Scorer;
  /** those of the window that belong to nothing */
  readonly single: readonly Placed[];
  readonly declinedTogether: Surroundings['declinedTogether'];
  readonly hasLeft: (issueId: string, commonIssueId: string) => boolean;
}

/** The common issues while issues are placed, and who came into those that were proposed before. */
export interface Hand {
  readonly commons: Commons;
  readonly joining: Joining[];
}

/** Carries out where likeness puts issues. */
@Injectable()
export class PlacingService {
  constructor(
    private readonly rows: LikenessRows,
    private readonly cores: CoreRows,
    private readonly commonIssues: CommonIssueService,
  ) {}

  /** Locks proposals that are joined: until the transaction ends, people decide nothing on them. */
  async open(tx: Tx, { commons }: Hand, commonIssueIds: readonly string[]): Promise<void> {
    if (commonIssueIds.length === 0) return;
    const proposed = await this.cores.lockProposed(tx, commonIssueIds);
    const members = await this.cores.membersOf(tx, proposed);
    for (const id of commonIssueIds) commons.open(id, proposed.includes(id) ? (members.get(id) ?? []) : null);
  }

  async carryOut(tx: Tx, hand: Hand, placing: Placing): Promise<void> {
    const { placement } = placing;
    if (placement.does === 'JOIN') await this.#join(tx, hand, placing, placement);
    if (placement.does === 'PROPOSE') await this.#propose(tx, hand, placing, placement);
  }

  /** @returns what is to be remembered once the transaction is committed */
  async save(tx: Tx, { commons, joining }: Hand): Promise<() => void> {
    await this.commonIssues.extendProposals(tx, joining, LIKENESS);
    return this.cores.keep(tx, commons.changed);
  }

  async #join(tx: Tx, hand: Hand, placing: Placing, { commonIssueId, likeness }: Joins): Promise<void> {
    const present = await this.#membersOf(tx, hand, commonIssueId);
    if (present === null) return;
    const { told, at, policy, single, hasLeft } = placing;
    const { issueId } = told.issue;
    const members = [issueId, ...present.map((member) => member.issueId)];
    const core = await this.#coreOf(tx, members);
    const late = latecomers(core, single, { ...placing, alike: policy.alike, members });
    const added = membersOf([{ issueId, likeness }, ...late], policy).filter(
      (member) => !hasLeft(member.issueId, commonIssueId),
    );
    hand.joining.push(...added.map((member) => ({ ...member, commonIssueId, addedAt: at })));
    await this.#grow(tx, hand, placing, { commonIssueId, added, first: { members, core } });
  }

  async #propose(tx: Tx, hand: Hand, placing: Placing, { members }: Proposes): Promise<void> {
    const { told, at, policy } = placing;
    const founding = members.map(({ issueId }) => issueId);
    const core = await this.#coreOf(tx, founding);
    const added = membersOf(members, policy);
    const proposal = {
      title: titleOf(core.concepts, core.lexemes),
      domain: core.domain,
      urgency: told.urgency.urgency,
      origin: 'LIKENESS' as const,
      founding: `${policy.windowHours} 小时内 ${members.length} 件相似,来自至少 ${policy.firms} 家企业`,
      evidence: added.find(({ issueId }) => issueId === told.issue.issueId)!.evidence,
      by: LIKENESS,
    };
    const { id: commonIssueId } = await this.commonIssues.propose(tx, proposal, added, at);
    hand.commons.open(commonIssueId, []);
    await this.#grow(tx, hand, placing, { commonIssueId, added, first: { members: founding, core } });
  }

  async #grow(tx: Tx, { commons }: Hand, { at, receivedAt }: Placing, grows: Grows): Promise<void> {
    const { commonIssueId, added, first } = grows;
    const present = added.map(({ issueId }) => ({ issueId, addedAt: at }));
    const members = commons.add(commonIssueId, present).map(({ issueId }) => issueId);
    const core = areSame(members, first.members) ? first.core : await this.#coreOf(tx, members);
    commons.keep(commonIssueId, core, receivedAt);
  }

  async #membersOf(tx: Tx, hand: Hand, commonIssueId: string): Promise<readonly Member[] | null> {
    if (hand.commons.membersOf(commonIssueId) === undefined) await this.open(tx, hand, [commonIssueId]);
    return hand.commons.membersOf(commonIssueId) ?? null;
  }

  async #coreOf(tx: Tx, members: readonly string[]): Promise<Weighed> {
    return coreOf(await this.rows.weighedOf(tx, members));
  }
}

/** In the order of their ids, in which whoever locks several issues locks them. */
function membersOf(alike: readonly Alike[], policy: LikenessPolicy) {
  const ordered = [...alike].sort((a, b) => (a.issueId < b.issueId ? -1 : 1));
  return ordered.map(({ issueId, likeness, together }) => ({
    issueId,
    score: likeness.score,
    evidence: evidenceOf(likeness, policy, together),
  }));
}

type Joins = Extract<Placement, { does: 'JOIN' }>;
type Proposes = Extract<Placement, { does: 'PROPOSE' }>;

interface Grows {
  readonly commonIssueId: string;
  readonly added: readonly { readonly issueId: string }[];
  /** what was made of whom before anybody came late */
  readonly first: { readonly members: readonly string[]; readonly core: Weighed };
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  const ids = new Set(some);
  return ids.size === others.length && others.every((id) => ids.has(id));
}
