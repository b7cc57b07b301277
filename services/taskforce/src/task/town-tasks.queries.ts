import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { TownTasks } from '../generated/graphql.ts';
import { isOpen, isUrged } from './task-filter.queries.ts';
import type { TaskScope } from './task.scope.ts';

const none = { open: 0, overdue: 0, urged: 0 };

@Injectable()
export class TownTasksQueries {
  constructor(private readonly db: Database) {}

  /** How many tasks of each town are open, and of these overdue and urged; null for a town that is not to be seen. */
  readonly ofTowns = async (codes: readonly string[], scope: TaskScope): Promise<(TownTasks | null)[]> => {
    const counted: (TownTasks & { town: string })[] = await this.db.source.query(
      `select task.town_code as town, count(*)::int as open, (count(*) filter (where task.overdue))::int as overdue,
         (count(*) filter (where ${isUrged}))::int as urged
       from task where ${isOpen} and task.town_code = any($1) and ($2::text is null or task.task_force_code = $2)
       group by task.town_code`,
      [codes, scope.taskForceCode],
    );
    const byTown = new Map(counted.map(({ town, ...counts }) => [town, counts]));
    const seen = (code: string) => scope.townCode === null || scope.townCode === code;
    return codes.map((code) => (seen(code) ? (byTown.get(code) ?? none) : null));
  };
}
