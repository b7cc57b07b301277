import { Injectable } from '@nestjs/common';
import type { Domain, Urgency } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { IssueCourseTable } from './centre.table.ts';

/** What intake said of an issue that routing goes by. */
export interface Told {
  readonly domain?: Domain;
  readonly urgency?: Urgency;
  readonly townCode: string | null;
}

@Injectable()
export class CourseQueries {
  constructor(private readonly db: Database) {}

  /** What is known of an issue, null where nothing was heard of it. */
  async subjectOf(issueId: string): Promise<Told | null> {
    const course = await this.db.source.manager.findOneBy(IssueCourseTable, { issueId });
    if (!course) return null;
    const { domain, urgency, townCode } = course;
    return { townCode, ...(domain ? { domain } : {}), ...(urgency ? { urgency } : {}) };
  }
}
