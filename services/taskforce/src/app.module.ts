import { Module } from '@nestjs/common';
import { ReceivingQueries } from './roster/receiving.queries.ts';
import { TaskForceQueries } from './roster/task-force.queries.ts';
import { TaskForceResolver } from './roster/task-force.resolver.ts';
import { UrgeEveryQueries } from './policy/urge-every.queries.ts';
import { notices } from './notice/provided.ts';
import { CommonIssueTaskResolver } from './task/common-issue-task.resolver.ts';
import { CommonTaskService } from './task/common-task.service.ts';
import { CourseService } from './task/course.service.ts';
import { FirmTasksResolver } from './task/firm-tasks.resolver.ts';
import { CountyTimeService } from './clock/county-time.service.ts';
import { TaskFiguresQueries } from './figures/task-figures.queries.ts';
import { TaskFiguresResolver } from './figures/task-figures.resolver.ts';
import { TaskFiguresService } from './figures/task-figures.service.ts';
import { HandingOnService } from './task/handing-on.service.ts';
import { heard } from './task/heard.ts';
import { IssueTaskService } from './task/issue-task.service.ts';
import { IssueTasksResolver } from './task/issue-tasks.resolver.ts';
import { ClockRemainingResolver, TaskRemainingResolver } from './task/remaining.resolver.ts';
import { TaskBoardQueries } from './task/task-board.queries.ts';
import { TaskBoardResolver } from './task/task-board.resolver.ts';
import { TaskForceTasksResolver } from './task/task-force-tasks.resolver.ts';
import { TaskHistoryQueries } from './task/task-history.queries.ts';
import { TaskHistoryResolver } from './task/task-history.resolver.ts';
import { TaskLifeResolver } from './task/task-life.resolver.ts';
import { TaskQueries } from './task/task.queries.ts';
import { TaskResolver } from './task/task.resolver.ts';
import { TaskService } from './task/task.service.ts';
import { TownTasksQueries } from './task/town-tasks.queries.ts';
import { TownTasksResolver } from './task/town-tasks.resolver.ts';
import { UrgeOverdue } from './task/urge-overdue.job.ts';
import { MemberWorkQueries } from './work/member-work.queries.ts';
import { MemberWorkResolver, ViewerWorkResolver } from './work/member-work.resolver.ts';
import { UrgingService } from './task/urging.service.ts';

const clocks = [CountyTimeService];
const roster = [TaskForceQueries, TaskForceResolver];
const tasks = [TaskQueries, TaskService, TaskResolver];
const life = [HandingOnService, CourseService, ReceivingQueries, TaskLifeResolver];
const going = [IssueTaskService, CommonTaskService, ...heard];
const tasksOf = [FirmTasksResolver, IssueTasksResolver, TaskForceTasksResolver, CommonIssueTaskResolver];
const board = [TaskBoardQueries, TaskBoardResolver, TaskRemainingResolver, ClockRemainingResolver];
const history = [TaskHistoryQueries, TaskHistoryResolver];
const towns = [TownTasksQueries, TownTasksResolver];
const urging = [UrgeEveryQueries, UrgingService, UrgeOverdue];

const figures = [TaskFiguresQueries, TaskFiguresService, TaskFiguresResolver];
const work = [MemberWorkQueries, MemberWorkResolver, ViewerWorkResolver];
const seen = [...tasksOf, ...board, ...history, ...towns, ...figures, ...work];

@Module({
  providers: [...clocks, ...roster, ...tasks, ...life, ...going, ...seen, ...urging, ...notices],
})
export class AppModule {}
