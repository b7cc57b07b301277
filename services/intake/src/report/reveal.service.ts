import { Injectable } from '@nestjs/common';
import { reporterShowingRecorded } from '@qifutong/contracts/intake/reporter-showing-recorded';
import { append } from '@qifutong/persistence/append';
import { Database } from '@qifutong/persistence/database';
import { pagesByKey, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { currentTrace } from '@qifutong/persistence/trace';
import { shaped } from '@qifutong/platform/answer';
import { words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { RevealReporterInput } from '../generated/graphql.ts';
import type { Issue } from '../issue/domain/issue.ts';
import { ifVisible, IssueQueries } from '../issue/issue.queries.ts';
import { reject } from './domain/rejections.ts';
import type { Contact, Showing } from './domain/reporter.ts';
import { reveal } from './domain/reveal.ts';
import { ReportQueries } from './report.queries.ts';
import { ShowingTable } from './reporter.table.ts';
import { SealService } from './seal.service.ts';

const shape = z.object({ reportId: z.uuid().toLowerCase(), reason: words(500).transform((text) => text.trim()) });

export interface Revealed extends Contact {
  readonly reportId: string;
  readonly confidential: boolean;
}

@Injectable()
export class RevealService {
  constructor(
    private readonly db: Database,
    private readonly queries: ReportQueries,
    private readonly issues: IssueQueries,
    private readonly seals: SealService,
  ) {}

  /** Shows who reported. What is not recorded is not shown: no row, no value. */
  async reveal(viewer: Viewer, input: RevealReporterInput): Promise<Revealed> {
    const { reportId, reason } = shaped(shape, input);
    const met = await this.#meet(viewer, reportId);
    const wish = { id: uuidv7(), by: viewer, reason, correlationId: currentTrace()?.traceId ?? '' };
    const showing = reveal(met, wish, await this.db.now());
    const contact = showing.refusedAs === null ? await this.seals.open(met.reporter) : null;
    await this.#record(showing);
    if (contact === null) throw reject(showing.refusedAs!, { field: 'reportId' });
    return { reportId, ...contact, confidential: met.reporter.confidential };
  }

  /** A page of each report's showings, newest first. */
  readonly showings = (reportIds: readonly string[], args: PageArgs): Promise<Page<Showing>[]> =>
    pagesByKey(
      this.db.source.manager,
      { table: ShowingTable, key: 'reportId', order: { by: ['askedAt', 'id'], direction: 'DESC' } },
      reportIds,
      args,
    );

  async #record(showing: Showing): Promise<void> {
    const { id: showingId, reportId, issueId, refusedAs, askedAt } = showing;
    const recorded = reporterShowingRecorded({ showingId, reportId, issueId, refused: refusedAs !== null });
    await this.db.transaction(async (tx) => {
      await tx.manager.insert(ShowingTable, showing);
      await append(tx, [recorded], 0, askedAt);
    });
  }

  async #meet(viewer: Viewer, reportId: string) {
    const [[report], [reporter]] = await Promise.all([
      this.queries.byIds([reportId]),
      this.queries.reporters([reportId]),
    ]);
    const issue = report ? ifVisible(viewer, await this.#living(report.issueId)) : null;
    if (!issue || !reporter) throw reject('REPORT_NOT_FOUND', { field: 'reportId' });
    return { issue, reporter };
  }

  /** The issue in which a report is worked on: one that was merged lives on in another. */
  async #living(issueId: string): Promise<Issue | null> {
    const [issue] = await this.issues.byIds([issueId]);
    return issue?.mergedInto ? this.#living(issue.mergedInto) : (issue ?? null);
  }
}
