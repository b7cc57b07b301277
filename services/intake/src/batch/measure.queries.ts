import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { GuidanceQueries, outsideOf } from '../guidance/guidance.queries.ts';
import type { Standing } from '../issue/domain/outdated.ts';
import { judge, type Candidate, type Judgement, type Measure } from './domain/judge.ts';

export interface Measured {
  readonly measure: Measure;
  readonly policyVersion: number;
  readonly effectiveFrom: string;
  /** who published that version of the guidance, and who solved its common issue's task */
  readonly authors: readonly string[];
  readonly standing: Standing;
}

type Seen = Omit<Candidate, 'outside'>;
export type Fact = Seen & { readonly id: string };

/** What becomes of an issue, by what the guidance covers. */
export const judged = (issue: Seen, measure: Measure): Judgement =>
  judge({ ...issue, outside: outsideOf(measure, issue) }, measure);

/** What a batch is judged by, and what it looks at in each issue. */
interface Circumstances {
  readonly version: number;
  readonly doubtfulBelow: number;
  readonly commonIsUrgent: boolean;
  readonly solvedBy: string | null;
}

/** The very version: in an earlier round, or in vain on an issue that was merged into it. */
const TRIED = `select from guidance_use used where used.guidance_id = $1 and used.guidance_version = $2 and used.issue_id = issue.id and used.round < issue.round
  union all select from callback join guidance_use used on used.issue_id = callback.first_issue_id and used.round = callback.round
    where callback.issue_id = issue.id and callback.outcome = 'NOT_SETTLED' and used.guidance_id = $1 and used.guidance_version = $2`;

@Injectable()
export class MeasureQueries {
  constructor(
    private readonly guidances: GuidanceQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /**
   * The version of a guidance that took effect last, or else will first, which stays so until the transaction ends, by the policy of today or
   * of then; null: no such guidance.
   */
  async measure(tx: Tx, guidanceId: string, policyVersion: number | null): Promise<Measured | null> {
    const begun = await this.guidances.begun(tx, guidanceId);
    if (begun === null) return null;
    const { guidance, version } = begun;
    const { commonIssueId, currentVersion, state } = guidance;
    const rows = await tx.manager.query<Circumstances[]>(
      `select policy.version, coalesce(line.doubtful_below, policy.doubtful_below) as "doubtfulBelow",
         exists (select from common_issue where id = $2 and urgency = 'URGENT') as "commonIsUrgent",
         (select solved_by from common_issue where id = $2) as "solvedBy"
       from batch_policy policy left join batch_policy_line line on line.version = policy.version and line.domain = $3
       where $1::int is null or policy.version = $1 order by policy.version desc limit 1`,
      [policyVersion, commonIssueId, version.domain],
    );
    const { version: policy, doubtfulBelow, commonIsUrgent, solvedBy } = rows[0]!;
    const { domain, townCodes, industries, sizes, effectiveTo, effectiveFrom } = version;
    const scope = { domain, townCodes, industries, sizes, effectiveTo };
    return {
      measure: { ...scope, guidanceId, guidanceVersion: version.number, commonIssueId, commonIsUrgent, doubtfulBelow },
      policyVersion: policy,
      effectiveFrom,
      authors: [version.publishedBy, ...(solvedBy ? [solvedBy] : [])],
      standing: { currentVersion, withdrawn: state === 'WITHDRAWN' },
    };
  }

  /** The members of the measure's common issue and the issues named besides, oldest first. */
  async candidates(tx: Tx, measure: Measure, named: readonly string[]): Promise<Fact[]> {
    const { commonIssueId } = measure;
    return this.#facts(tx, measure, 'issue.common_issue_id = $4 or issue.id = any($5)', [commonIssueId, named]);
  }

  /** The same of issues that are in hand. */
  facts(tx: Tx, measure: Measure, issueIds: readonly string[]): Promise<Fact[]> {
    return this.#facts(tx, measure, 'issue.id = any($5)', [measure.commonIssueId, issueIds]);
  }

  #facts(tx: Tx, measure: Measure, which: string, of: readonly [string | null, readonly string[]]): Promise<Fact[]> {
    return tx.manager.query<Fact[]>(
      `select issue.id, issue.status, issue.opted_out as "optedOut", issue.guidance_id as "guidanceId", issue.guidance_version as "guidanceVersion",
         issue.common_issue_id as "commonIssueId", issue.domain, issue.urgency, issue.town_code as "townCode",
         to_char(issue.registered_at at time zone $3, 'YYYY-MM-DD') as "registeredOn",
         firm.credit_code is not null as "firmKnown", firm.industry, firm.size, member.score,
         exists (${TRIED}) as "triedBefore",
         issue.id = any($5) as "byHand"
       from issue left join firm on firm.credit_code = issue.firm_credit_code
         left join common_issue_member member on member.issue_id = issue.id and member.common_issue_id = $4 and member.state = 'MEMBER'
       where ${which} order by issue.registered_at, issue.id`,
      [measure.guidanceId, measure.guidanceVersion, this.config.COUNTY_TIME_ZONE, ...of],
    );
  }
}
