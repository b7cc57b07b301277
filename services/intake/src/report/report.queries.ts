import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { In } from 'typeorm';
import { firmNamed } from '../firm/firm.queries.ts';
import type { Loaded } from './domain/assert-loadable.ts';
import type { Report } from './domain/report.ts';
import type { Reporter } from './domain/reporter.ts';
import type { Submission } from './domain/take.ts';
import { ReportTable } from './report.table.ts';
import { ReporterTable } from './reporter.table.ts';

/** What the register knows about a submission before it is taken. */
export interface Circumstances {
  /** the report that the same submission gave before */
  readonly earlierId: string | null;
  /** the firm of the credit code; without one, the firm that the name can only mean */
  readonly firm: { readonly creditCode: string; readonly name: string; readonly townCode: string } | null;
  /** true as well when no town was said */
  readonly townKnown: boolean;
}

/** The report with which an issue came, wherever a merging took it; what is asked of it stands in a lateral join. */
export const firstReportOf = (issueId: string): string => `(
  select * from (
    select id, text, received_at, registered_at from report where issue_id = ${issueId} and first_issue_id is null
    union all select id, text, received_at, registered_at from report where first_issue_id = ${issueId}
  ) own order by registered_at, id limit 1)`;

@Injectable()
export class ReportQueries {
  constructor(private readonly db: Database) {}

  /** The reports of each issue, oldest first. */
  readonly ofIssues = async (issueIds: readonly string[]): Promise<Report[][]> => {
    const reports = await this.db.source.manager.find(ReportTable, {
      where: { issueId: In(issueIds) },
      order: { registeredAt: 'ASC', id: 'ASC' },
    });
    const byIssue = Map.groupBy(reports, (report) => report.issueId);
    return issueIds.map((id) => byIssue.get(id) ?? []);
  };

  readonly byIds = async (ids: readonly string[]): Promise<(Report | null)[]> => {
    const reports = await this.db.source.manager.findBy(ReportTable, { id: In(ids) });
    return inOrder(ids, reports, (report) => report.id);
  };

  readonly reporters = async (reportIds: readonly string[]): Promise<(Reporter | null)[]> => {
    const reporters = await this.db.source.manager.findBy(ReporterTable, { reportId: In(reportIds) });
    return inOrder(reportIds, reporters, (reporter) => reporter.reportId);
  };

  /** What a submission meets, in one look: every report costs it. */
  async circumstances(submission: Submission): Promise<Circumstances> {
    const { requestId, channel, externalRef, firmCreditCode, firmName, townCode } = submission;
    const rows: Circumstances[] = await this.db.source.query(
      `select
         coalesce((select id from report where request_id = $1),
           (select id from report where channel = $2 and external_ref = $3)) as "earlierId",
         $6::text is null or exists (select from town where code = $6) as "townKnown",
         to_jsonb(found) as firm
       from (values (1)) as one left join lateral (
         select credit_code as "creditCode", name, town_code as "townCode" from firm where credit_code = $4
         union all
         select credit_code, name, town_code from (${firmNamed('$5::text')}) as named where $4::text is null
       ) as found on true`,
      [requestId, channel, externalRef, firmCreditCode, firmName, townCode],
    );
    return rows[0]!;
  }

  /** How far history has been loaded. With a transaction nobody else loads, and no day is closed, until it ends. */
  async loaded(tx?: Tx): Promise<Loaded> {
    await tx?.manager.query(
      `select pg_advisory_xact_lock(hashtext('load_report' || current_schema())),
         pg_advisory_xact_lock_shared(hashtext('daily_closure' || current_schema()))`,
    );
    const rows: Loaded[] = await (tx ?? this.db.source).manager.query(
      `select (select max(registered_at) from issue where loaded) as newest, exists (select from daily_closure) as "dayClosed"`,
    );
    return rows[0]!;
  }

  byId(id: string): Promise<Report> {
    return this.db.source.manager.findOneByOrFail(ReportTable, { id });
  }
}
