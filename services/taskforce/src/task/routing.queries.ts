import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { validate as isUuid } from 'uuid';
import { CourseQueries } from '../centre/course.queries.ts';
import type { Subject } from './domain/criteria.ts';
import type { RoutingRules } from './domain/set-routing-rules.ts';
import { RoutingRulesVersionTable, RoutingRuleTable } from './rules.table.ts';
import { TaskTable } from './task.table.ts';

@Injectable()
export class RoutingQueries {
  constructor(
    private readonly db: Database,
    private readonly courses: CourseQueries,
  ) {}

  /** A version of the rules, the newest where none is named; null where there is no such version. */
  async version(version: number | null): Promise<RoutingRules | null> {
    const { manager } = this.db.source;
    const where = version === null ? {} : { version };
    const [found] = await manager.find(RoutingRulesVersionTable, { where, order: { version: 'DESC' }, take: 1 });
    if (!found) return null;
    const of = { where: { version: found.version }, order: { position: 'ASC' } } as const;
    return { ...found, rules: await manager.find(RoutingRuleTable, of) };
  }

  /** What is known here of an issue: from its latest task, else from what intake said of it. */
  async subjectOf(issueId: string): Promise<Partial<Subject> | null> {
    if (!isUuid(issueId)) return null;
    const order = { dispatchedAt: 'DESC', round: 'DESC' } as const;
    const task = await this.db.source.manager.findOne(TaskTable, { where: { issueId }, order });
    if (!task) return this.courses.subjectOf(issueId);
    const { nature, domain, urgency, townCode } = task;
    return { nature, domain, urgency, townCode };
  }
}
