import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { callerError } from '@qifutong/platform/errors';
import { confinedToTown, isAnothers, seesWholeCounty } from '@qifutong/platform/scope';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import type { QueryTaskFiguresArgs } from '../generated/graphql.ts';
import { taskFigures, type TaskFigures } from './domain/task-figures.ts';
import { TaskFiguresQueries, type AskedFigures } from './task-figures.queries.ts';

const MOST_DAYS = 366;

/** The task force whose figures alone a viewer reads, or null. */
function ownTaskForce(viewer: Viewer): string | null {
  return seesWholeCounty(viewer) || hasRole(viewer, 'DEPARTMENT') ? null : (viewer.taskForce ?? '');
}

/** @throws BAD_USER_INPUT, naming the field */
function assertAskable(viewer: Viewer, { from, to, by }: QueryTaskFiguresArgs): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (!(days >= 0 && days < MOST_DAYS))
    throw callerError('BAD_USER_INPUT', `to must be from to ${MOST_DAYS} days on`, { field: 'to' });
  const isOutsider = hasRole(viewer, 'DEPARTMENT') && !seesWholeCounty(viewer);
  if (by === 'MEMBER' && isOutsider)
    throw callerError('FORBIDDEN', 'figures by member are not for departments', { field: 'by' });
}

/** Null where another's are asked for than those that the viewer reads. */
function confined(viewer: Viewer, { from, to, by, filter }: QueryTaskFiguresArgs): AskedFigures | null {
  const { taskForce = null, town = null, domain = null, urgency = null } = filter ?? {};
  const [ownForce, ownTown] = [ownTaskForce(viewer), confinedToTown(viewer)];
  if (isAnothers(ownForce, taskForce) || isAnothers(ownTown, town)) return null;
  return { from, to, by, taskForce: ownForce ?? taskForce, town: ownTown ?? town, domain, urgency };
}

@Injectable()
export class TaskFiguresService {
  constructor(
    private readonly db: Database,
    private readonly queries: TaskFiguresQueries,
  ) {}

  async of(viewer: Viewer, args: QueryTaskFiguresArgs): Promise<TaskFigures[]> {
    assertAskable(viewer, args);
    const asked = confined(viewer, args);
    if (asked === null) return [];
    const now = await this.db.now();
    const counts = await Promise.all([
      this.queries.dispatched(asked),
      this.queries.acceptances(asked, now),
      this.queries.solutions(asked, now),
      this.queries.notices(asked),
    ]);
    return taskFigures(counts.flat());
  }
}
