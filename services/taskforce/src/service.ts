import { taskforceJobPerformed } from '@qifutong/contracts/taskforce/job-performed';
import { taskforceMutationPerformed } from '@qifutong/contracts/taskforce/mutation-performed';
import { sdlOf } from '@qifutong/platform/graphql-module';
import type { ServiceDefinition } from '@qifutong/platform/definition';
import { Taskforce1700000000001 } from '../migrations/1700000000001-taskforce.ts';
import { Reference1700000000002 } from '../migrations/1700000000002-reference.ts';
import { CommonAndCancelled1700000000003 } from '../migrations/1700000000003-common-and-cancelled.ts';
import { ClocksInFull1700000000004 } from '../migrations/1700000000004-clocks-in-full.ts';
import { BoardAndFigures1700000000009 } from '../migrations/1700000000009-board-and-figures.ts';
import { PoliciesAndCalendars1700000000005 } from '../migrations/1700000000005-policies-and-calendars.ts';
import { TheTaskGoesOn1700000000006 } from '../migrations/1700000000006-the-task-goes-on.ts';
import { Notices1700000000007 } from '../migrations/1700000000007-notices.ts';
import { RosterAndCentre1700000000008 } from '../migrations/1700000000008-roster-and-centre.ts';
import { OnePolicy1700000000010 } from '../migrations/1700000000010-one-policy.ts';
import { UrgedAlike1700000000011 } from '../migrations/1700000000011-urged-alike.ts';
import { SignedByName1700000000013 } from '../migrations/1700000000013-signed-by-name.ts';
import { LateWhileItStandsStill1700000000014 } from '../migrations/1700000000014-late-while-it-stands-still.ts';
import { MissedInterviews1700000000015 } from '../migrations/1700000000015-missed-interviews.ts';
import { TheFirmsClockRunsOn1700000000016 } from '../migrations/1700000000016-the-firms-clock-runs-on.ts';
import { Lists1700000000017 } from '../migrations/1700000000017-lists.ts';
import { HeardSince1700000000018 } from '../migrations/1700000000018-heard-since.ts';
import { OfTheirTime1700000000019 } from '../migrations/1700000000019-of-their-time.ts';
import { AppModule } from './app.module.ts';
import { figures } from './figures.ts';
import { CentreClockTable, CommanderOnDutyTable, IssueCourseTable } from './centre/centre.table.ts';
import { heardByCentre } from './centre/heard.ts';
import { OnInterviewMissed } from './centre/on-interview-missed.handler.ts';
import { heardByRoster } from './roster/heard.ts';
import { roster } from './roster/task-force.table.ts';
import { WorkingCalendarTable } from './clock/working-calendar.table.ts';
import { SlaPolicyVersionTable } from './policy/sla-policy-version.table.ts';
import { SlaPolicyTable } from './policy/sla-policy.table.ts';
import { schedule } from './schedule.ts';
import { heard } from './task/heard.ts';
import { RoutingRulesVersionTable, RoutingRuleTable } from './task/rules.table.ts';
import { TaskTable } from './task/task.table.ts';
import { HeardSinceTable } from './notice/heard-since.table.ts';
import { SupervisionTable } from './notice/supervision.table.ts';
import { UrgingNoticeTable } from './notice/urging-notice.table.ts';

const notices = [UrgingNoticeTable, SupervisionTable, HeardSinceTable];
const policy = [WorkingCalendarTable, SlaPolicyVersionTable, SlaPolicyTable];
const routing = [RoutingRulesVersionTable, RoutingRuleTable];
const centre = [IssueCourseTable, CentreClockTable, CommanderOnDutyTable];

const entries = { mutation: taskforceMutationPerformed, job: taskforceJobPerformed };

export const taskforce: ServiceDefinition = {
  name: 'taskforce',
  tables: [...roster, ...policy, ...routing, TaskTable, ...notices, ...centre],
  migrations: [
    Taskforce1700000000001,
    Reference1700000000002,
    CommonAndCancelled1700000000003,
    ClocksInFull1700000000004,
    PoliciesAndCalendars1700000000005,
    TheTaskGoesOn1700000000006,
    Notices1700000000007,
    RosterAndCentre1700000000008,
    BoardAndFigures1700000000009,
    OnePolicy1700000000010,
    UrgedAlike1700000000011,
    SignedByName1700000000013,
    LateWhileItStandsStill1700000000014,
    MissedInterviews1700000000015,
    TheFirmsClockRunsOn1700000000016,
    Lists1700000000017,
    HeardSince1700000000018,
    OfTheirTime1700000000019,
  ],
  sdl: sdlOf(import.meta.dirname),
  module: AppModule,
  entries,
  hears: { intake: [...heard, ...heardByRoster, ...heardByCentre], inspection: [OnInterviewMissed] },
  schedule,
  figures,
};
