import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { In } from 'typeorm';
import type { Report, Reporter } from './domain/report.ts';
import { ReporterTable, ReportTable } from './report.table.ts';

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

  readonly reporters = async (reportIds: readonly string[]): Promise<(Reporter | null)[]> => {
    const reporters = await this.db.source.manager.findBy(ReporterTable, { reportId: In(reportIds) });
    return inOrder(reportIds, reporters, (reporter) => reporter.reportId);
  };

  /** The report that the same submission gave before. */
  async earlier(submission: Pick<Report, 'requestId' | 'channel' | 'externalRef'>): Promise<Report | null> {
    const { requestId, channel, externalRef } = submission;
    const { manager } = this.db.source;
    const byRequest = requestId === null ? null : await manager.findOneBy(ReportTable, { requestId });
    if (byRequest !== null || externalRef === null) return byRequest;
    return manager.findOneBy(ReportTable, { channel, externalRef });
  }
}
