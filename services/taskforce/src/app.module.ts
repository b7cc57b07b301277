import { Module } from '@nestjs/common';
import { TrailService } from '@qifutong/platform/trail.service';
import { ReceivingQueries } from './roster/receiving.queries.ts';
import { CentreClockQueries } from './centre/centre-clock.queries.ts';
import { CentreClockResolver } from './centre/centre-clock.resolver.ts';
import { CentreClockService } from './centre/centre-clock.service.ts';
import { CommanderResolver } from './centre/commander.resolver.ts';
import { CommanderService } from './centre/commander.service.ts';
import { CourseQueries } from './centre/course.queries.ts';
import { heardByCentre } from './centre/heard.ts';
import { IssueCourseService } from './centre/issue-course.service.ts';
import { OnInterviewMissed } from './centre/on-interview-missed.handler.ts';
import { UrgeCentre } from './centre/urge-centre.job.ts';
import { CommonIssueService } from './roster/common-issue.service.ts';
import { DepartmentResolver } from './roster/department.resolver.ts';
import { DepartmentService } from './roster/department.service.ts';
import { heardByRoster } from './roster/heard.ts';
import { TaskForceQueries } from './roster/task-force.queries.ts';
import { TaskForceResolver } from './roster/task-force.resolver.ts';
import { PolicyVersionsQueries } from './policy/policy-versions.queries.ts';
import { notices } from './notice/provided.ts';
import { TaskForceService } from './roster/task-force.service.ts';
import { CommonIssueTaskResolver } from './task/common-issue-task.resolver.ts';
import { CommonTaskService } from './task/common-task.service.ts';
import { CourseService } from './task/course.service.ts';
import { FirmTasksResolver } from './task/firm-tasks.resolver.ts';
import { CountyTimeService } from './clock/county-time.service.ts';
import { TaskFiguresQueries } from './figures/task-figures.queries.ts';
import { TaskFiguresResolver } from './figures/task-figures.resolver.ts';
import { TaskFiguresService } from './figures/task-figures.service.ts';
import { HandingOnService } from './task/handing-on.service.ts';
import { CalendarQueries } from './clock/calendar.queries.ts';
import { CalendarResolver } from './clock/calendar.resolver.ts';
import { CalendarService } from './clock/calendar.service.ts';
import { PolicyQueries } from './policy/policy.queries.ts';
import { PolicyResolver } from './policy/policy.resolver.ts';
import { PolicyService } from './policy/policy.service.ts';
import { heard } from './task/heard.ts';
import { IssueTaskService } from './task/issue-task.service.ts';
import { IssueTasksResolver } from './task/issue-tasks.resolver.ts';
import { RoutingQueries } from './task/routing.queries.ts';
import { RoutingDryRunResolver, RoutingResolver } from './task/routing.resolver.ts';
import { RoutingService } from './task/routing.service.ts';
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
import { SealDay } from './trail/seal-day.job.ts';
import { TrailResolver } from './trail/trail.resolver.ts';

const clocks = [CountyTimeService, CalendarQueries, CalendarService, CalendarResolver];
const policy = [PolicyVersionsQueries, PolicyQueries, PolicyService, PolicyResolver];
const roster = [
  ReceivingQueries,
  TaskForceQueries,
  TaskForceService,
  TaskForceResolver,
  DepartmentService,
  DepartmentResolver,
  CommonIssueService,
  ...heardByRoster,
];
const routing = [RoutingQueries, RoutingService, RoutingResolver, RoutingDryRunResolver];
const centre = [
  CourseQueries,
  IssueCourseService,
  CentreClockService,
  CentreClockQueries,
  CentreClockResolver,
  CommanderService,
  CommanderResolver,
  UrgeCentre,
  OnInterviewMissed,
  ...heardByCentre,
];
const tasks = [TaskQueries, TaskService, TaskResolver];
const life = [HandingOnService, CourseService, TaskLifeResolver];
const going = [IssueTaskService, CommonTaskService, ...heard];
const tasksOf = [FirmTasksResolver, IssueTasksResolver, TaskForceTasksResolver, CommonIssueTaskResolver];
const board = [TaskBoardQueries, TaskBoardResolver, TaskRemainingResolver, ClockRemainingResolver];
const history = [TaskHistoryQueries, TaskHistoryResolver];
const towns = [TownTasksQueries, TownTasksResolver];
const urging = [UrgingService, UrgeOverdue];

const figures = [TaskFiguresQueries, TaskFiguresService, TaskFiguresResolver];
const work = [MemberWorkQueries, MemberWorkResolver, ViewerWorkResolver];
const seen = [...tasksOf, ...board, ...history, ...towns, ...figures, ...work];

const trail = [TrailService, TrailResolver, SealDay];

@Module({
  providers: [
    ...clocks,
    ...policy,
    ...roster,
    ...routing,
    ...centre,
    ...tasks,
    ...life,
    ...going,
    ...seen,
    ...urging,
    ...notices,
    ...trail,
  ],
})
export class AppModule {}
