import { sdlOf } from '@qifutong/platform/graphql-module';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { Taskforce1700000000001 } from '../migrations/1700000000001-taskforce.ts';
import { Reference1700000000002 } from '../migrations/1700000000002-reference.ts';
import { CommonAndCancelled1700000000003 } from '../migrations/1700000000003-common-and-cancelled.ts';
import { ClocksInFull1700000000004 } from '../migrations/1700000000004-clocks-in-full.ts';
import { PoliciesAndCalendars1700000000005 } from '../migrations/1700000000005-policies-and-calendars.ts';
import { AppModule } from './app.module.ts';
import { figures } from './figures.ts';
import { DepartmentTable, MemberTable, TaskForceDomainTable, TaskForceTable } from './roster/task-force.table.ts';
import { WorkingCalendarTable } from './clock/working-calendar.table.ts';
import { SlaPolicyVersionTable } from './policy/sla-policy-version.table.ts';
import { SlaPolicyTable } from './policy/sla-policy.table.ts';
import { schedule } from './schedule.ts';
import { heard } from './task/heard.ts';
import { RoutingRuleTable } from './task/rules.table.ts';
import { TaskTable } from './task/task.table.ts';
import { UrgingNoticeTable } from './task/urging-notice.table.ts';

const policy = [WorkingCalendarTable, SlaPolicyVersionTable, SlaPolicyTable];
const roster = [DepartmentTable, TaskForceTable, TaskForceDomainTable, MemberTable];

export const taskforce: ServiceDefinition = {
  name: 'taskforce',
  tables: [...roster, ...policy, RoutingRuleTable, TaskTable, UrgingNoticeTable],
  migrations: [
    Taskforce1700000000001,
    Reference1700000000002,
    CommonAndCancelled1700000000003,
    ClocksInFull1700000000004,
    PoliciesAndCalendars1700000000005,
  ],
  sdl: sdlOf(import.meta.dirname),
  module: AppModule,
  hears: { intake: heard },
  schedule,
  figures,
};
