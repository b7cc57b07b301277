import { Module } from '@nestjs/common';
import { TaskForceQueries } from './roster/task-force.queries.ts';
import { TaskForceResolver } from './roster/task-force.resolver.ts';
import { FirmTasksResolver } from './task/firm-tasks.resolver.ts';
import { IssueTasksResolver } from './task/issue-tasks.resolver.ts';
import { OnIssueDispatched } from './task/on-issue-dispatched.handler.ts';
import { OnIssueReopened } from './task/on-issue-reopened.handler.ts';
import { OnIssueWrittenOff } from './task/on-issue-written-off.handler.ts';
import { TaskForceTasksResolver } from './task/task-force-tasks.resolver.ts';
import { TaskQueries } from './task/task.queries.ts';
import { TaskResolver } from './task/task.resolver.ts';
import { TaskService } from './task/task.service.ts';
import { UrgeOverdue } from './task/urge-overdue.job.ts';
import { UrgingService } from './task/urging.service.ts';

const roster = [TaskForceQueries, TaskForceResolver];
const tasks = [TaskQueries, TaskService, TaskResolver];
const tasksOf = [FirmTasksResolver, IssueTasksResolver, TaskForceTasksResolver];
const heard = [OnIssueDispatched, OnIssueReopened, OnIssueWrittenOff];
const urging = [UrgingService, UrgeOverdue];

@Module({ providers: [...roster, ...tasks, ...tasksOf, ...heard, ...urging] })
export class AppModule {}
