import { Injectable } from '@nestjs/common';
import { resumptionReason, suspensionReason } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { optionalWords, orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type {
  ExtendDeadlineInput,
  RejectSolutionInput,
  ResumeTaskInput,
  SuspendTaskInput,
} from '../generated/graphql.ts';
import { PolicyVersionsQueries } from '../policy/policy-versions.queries.ts';
import { extend } from './domain/extend.ts';
import { rejectSolution } from './domain/reject-solution.ts';
import { resume } from './domain/resume.ts';
import { suspend } from './domain/suspend.ts';
import type { Task } from './domain/task.ts';
import { TaskService } from './task.service.ts';

const taskShape = z.object({ taskId: z.uuid() });
const rejectionShape = taskShape.extend({ reason: words(1000) });
const suspensionShape = taskShape.extend({ reason: suspensionReason, note: optionalWords(500) });
const resumptionShape = taskShape.extend({ reason: orNull(resumptionReason), note: optionalWords(500) });
const extensionShape = rejectionShape.extend({ until: z.date() });

/** What the centre does to the course of a task: its clocks stop, go on, and get more time. */
@Injectable()
export class CourseService {
  constructor(
    private readonly db: Database,
    private readonly tasks: TaskService,
    private readonly policies: PolicyVersionsQueries,
  ) {}

  rejectSolution({ sub: by }: Viewer, input: RejectSolutionInput): Promise<Task> {
    const { taskId, reason } = shaped(rejectionShape, input);
    return this.tasks.change(taskId, (task, now, time) => rejectSolution(task, { reason, by }, now, time));
  }

  suspend({ sub: by }: Viewer, input: SuspendTaskInput): Promise<Task> {
    const { taskId, ...why } = shaped(suspensionShape, input);
    return this.tasks.change(taskId, (task, now, time) => suspend(task, { ...why, by }, now, time));
  }

  resume({ sub: by }: Viewer, input: ResumeTaskInput): Promise<Task> {
    const { taskId, ...why } = shaped(resumptionShape, input);
    return this.tasks.change(taskId, (task, now, time) => resume(task, { ...why, by }, now, time));
  }

  extendDeadline({ sub: by }: Viewer, input: ExtendDeadlineInput): Promise<Task> {
    const { taskId, ...extension } = shaped(extensionShape, input);
    return this.db.transaction(async (tx) => {
      const policyOf = await this.policies.read(tx.manager);
      return this.tasks.changeIn(tx, taskId, (task, now, time) =>
        extend(task, { ...extension, by, atMost: policyOf(task.policyVersion).extendAtMost }, now, time),
      );
    });
  }
}
