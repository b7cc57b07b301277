import { sdlOf } from '@qifutong/platform/graphql-module';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { Taskforce1700000000001 } from '../migrations/1700000000001-taskforce.ts';
import { Reference1700000000002 } from '../migrations/1700000000002-reference.ts';
import { CommonAndCancelled1700000000003 } from '../migrations/1700000000003-common-and-cancelled.ts';
import { ClocksInFull1700000000004 } from '../migrations/1700000000004-clocks-in-full.ts';
import { BoardAndFigures1700000000009 } from '../migrations/1700000000009-board-and-figures.ts';
import { AppModule } from './app.module.ts';
import { figures } from './figures.ts';
import { DepartmentTable, MemberTable, TaskForceDomainTable, TaskForceTable } from './roster/task-force.table.ts';
import { WorkingCalendarTable } from './clock/working-calendar.table.ts';
import { schedule } from './schedule.ts';
import { heard } from './task/heard.ts';
import { RoutingRuleTable, SlaPolicyTable } from './task/rules.table.ts';
import { TaskTable } from './task/task.table.ts';
import { UrgingNoticeTable } from './task/urging-notice.table.ts';

const roster = [DepartmentTable, TaskForceTable, TaskForceDomainTable, MemberTable];

export const taskforce: ServiceDefinition = {
  name: 'taskforce',
  tables: [...roster, WorkingCalendarTable, RoutingRuleTable, SlaPolicyTable, TaskTable, UrgingNoticeTable],
  migrations: [
    Taskforce1700000000001,
    Reference1700000000002,
    CommonAndCancelled1700000000003,
    ClocksInFull1700000000004,
    BoardAndFigures1700000000009,
  ],
  sdl: sdlOf(import.meta.dirname),
  module: AppModule,
  hears: { intake: heard },
  schedule,
  figures,
};
