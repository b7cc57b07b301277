import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { In } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { CourseQueries } from '../centre/course.queries.ts';
import type { Subject } from './domain/criteria.ts';
import type { RoutingRules } from './domain/set-routing-rules.ts';
import { openStatuses } from './domain/task.ts';
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

  /** What is known here of an issue: what intake said of it last; what that leaves open is as in the task that it has. */
  async subjectOf(issueId: string): Promise<Partial<Subject> | null> {
    if (!isUuid(issueId)) return null;
    const where = { issueId, status: In(openStatuses) };
    const task = await this.db.source.manager.findOneBy(TaskTable, where);
    const told = await this.courses.subjectOf(issueId);
    if (!task) return told;
    const { nature, domain, urgency, townCode } = task;
    return { nature, domain, urgency, ...told, townCode: told?.townCode ?? townCode };
  }
}
