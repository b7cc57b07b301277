export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
// Made from the SDL by `npm run generate`; do not edit.

/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, RFC 3339 in UTC; what is told is of 1900 or later. */
  DateTime: { input: Date; output: Date; }
  /** A day of the county's calendar, YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** A length of time, ISO 8601: `PT23H59M59.999S`; with a minus where it is negative. */
  Duration: { input: string; output: string; }
};

export type Role =
  | 'OPERATOR'
  | 'ANALYST'
  | 'TASKFORCE_LEAD'
  | 'TASKFORCE_MEMBER'
  | 'INSPECTOR'
  | 'COMMANDER'
  | 'FIRM'
  | 'DEPARTMENT'
  | 'AUDITOR'
  | 'ADMIN';

export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** 审计记录: a change, a showing or an export; nobody can alter it. Each service has its own. */
export type TrailEntry = {
  readonly id: Scalars['ID']['output'];
  readonly at: Scalars['DateTime']['output'];
  /** The access token's subject; null, as the next two, for what the machine did by itself. */
  readonly actor?: Maybe<Scalars['ID']['output']>;
  readonly actorRoles?: Maybe<ReadonlyArray<Role>>;
  /** The client's address as the gateway saw it. */
  readonly origin?: Maybe<Scalars['String']['output']>;
  /** Type of the event, e.g. `intake.issue.dispatched.v1`. */
  readonly what: Scalars['String']['output'];
  readonly aggregateType: Scalars['String']['output'];
  readonly aggregateId: Scalars['ID']['output'];
  /** What the event says, as JSON: ids and instants, no names and no words. */
  readonly data: Scalars['String']['output'];
  /** Its place in the chain; null for the moment until it is linked. */
  readonly link?: Maybe<Scalars['Int']['output']>;
  /** SHA-256 over this entry and all before it, in hexadecimal digits. */
  readonly hash?: Maybe<Scalars['String']['output']>;
};

export type TrailFilter = {
  readonly aggregate?: InputMaybe<TrailAggregate>;
  readonly actor?: InputMaybe<Scalars['ID']['input']>;
  /** A day of the county's calendar. */
  readonly day?: InputMaybe<Scalars['Date']['input']>;
};

export type TrailAggregate = {
  /** e.g. `issue` */
  readonly type: Scalars['String']['input'];
  readonly id: Scalars['ID']['input'];
};

export type TrailConnection = {
  readonly edges: ReadonlyArray<TrailEdge>;
  readonly nodes: ReadonlyArray<TrailEntry>;
  readonly pageInfo: PageInfo;
};

export type TrailEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: TrailEntry;
};

export type Query = {
  /** The centre's own time limits of issues, newest first. */
  readonly centreClocks: CentreClockConnection;
  /** Who commands now, or at another instant; null while nobody is named. */
  readonly commanderOnDuty?: Maybe<CommanderOnDuty>;
  /** 工作日历: the newest version of each, by code. */
  readonly workingCalendars: ReadonlyArray<WorkingCalendar>;
  /** A version of one, as a time limit names it; without a number, the newest. Null where there is none. */
  readonly workingCalendar?: Maybe<WorkingCalendar>;
  /** How the task forces keep their own time, over at most 366 days; how the firms were served, through whatever hands, is told by `figures`. One row for each key that anything was counted under. A task force reads its own, a department with a town that town's; asked for another's, they read none. */
  readonly taskFigures: ReadonlyArray<TaskFigures>;
  /** A task force sees its own only, a department those of its town. */
  readonly supervision?: Maybe<Supervision>;
  /** Newest first. A task force sees its own only, a department those of its town. */
  readonly supervisions: SupervisionConnection;
  /** A task force sees its own only, a department those of its town. */
  readonly urgingNotice?: Maybe<UrgingNotice>;
  /** Newest first. A task force sees its own only, a department those of its town. */
  readonly urgingNotices: UrgingNoticeConnection;
  /** 时限政策: a version of all that tasks and clocks are bound by; without a number, the one in force. */
  readonly slaPolicy?: Maybe<SlaPolicy>;
  /** A task force, by code. */
  readonly taskForce?: Maybe<TaskForce>;
  /** The county's task forces, by code; with `dissolved` only those that are, or only those that are not. */
  readonly taskForces: ReadonlyArray<TaskForce>;
  /** The county's departments, by code. */
  readonly departments: ReadonlyArray<Department>;
  /** The routing rules in force, or those of an earlier version. */
  readonly routingRules?: Maybe<RoutingRules>;
  /** Which rule would take an issue, and why; nothing is dispatched. What is not said is taken from what is known of the issue. */
  readonly routingDryRun: RoutingDryRunResult;
  /** 看板: the open tasks of each task force that has any or could get one, by its code. A task force sees its own only, a department its town's; asked for another's, they see none. */
  readonly taskBoard: ReadonlyArray<TaskBoard>;
  /** A task force sees its own, and those that it helps with. */
  readonly task?: Maybe<Task>;
  /** Newest first, or by deadline. A task force sees its own only. */
  readonly tasks: TaskConnection;
  /** 审计: what was done in this service, by whom and from where, newest first. */
  readonly taskForceTrail: TrailConnection;
};


export type QueryCentreClocksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CentreClockFilter>;
};


export type QueryCommanderOnDutyArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryWorkingCalendarArgs = {
  code: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTaskFiguresArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  by: TaskFigureDimension;
  filter?: InputMaybe<TaskFigureFilter>;
};


export type QuerySupervisionArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySupervisionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SupervisionFilter>;
};


export type QueryUrgingNoticeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUrgingNoticesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UrgingNoticeFilter>;
};


export type QuerySlaPolicyArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTaskForceArgs = {
  code: Scalars['ID']['input'];
};


export type QueryTaskForcesArgs = {
  dissolved?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryRoutingRulesArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRoutingDryRunArgs = {
  input: RoutingDryRunInput;
};


export type QueryTaskBoardArgs = {
  taskForce?: InputMaybe<Scalars['ID']['input']>;
  town?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryTaskArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  order?: InputMaybe<TaskOrder>;
};


export type QueryTaskForceTrailArgs = {
  filter?: InputMaybe<TrailFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** 值班指挥长: to whom notices to the centre itself go from an instant on, until the next one named; the same instant said again overwrites. */
  readonly setCommanderOnDuty: SetCommanderOnDutyResult;
  /** Sets a new version of a calendar, or the first. Time limits that were set before keep to the version that they were set with. */
  readonly setWorkingCalendar: SetWorkingCalendarResult;
  /** 督办: the commander takes a task up without waiting for as many notices as the policy says. */
  readonly openSupervision: OpenSupervisionResult;
  /** 签收: the task force has seen it. */
  readonly acknowledgeSupervision: AcknowledgeSupervisionResult;
  /** 解除督办: the commander is through with it. */
  readonly liftSupervision: LiftSupervisionResult;
  /** 人工催办: urges a task force whatever the clocks say; no sooner after the last notice by hand than the policy says. */
  readonly urgeTask: UrgeTaskResult;
  /** 签收: the addressee has seen the notice; of one to the centre a commander. */
  readonly acknowledgeNotice: AcknowledgeNoticeResult;
  /** 答复: the addressee says why it is late and by when it will be done; once. */
  readonly replyToUrging: ReplyToUrgingResult;
  /** Sets a new version. It binds the tasks that are dispatched and the clocks that start from then on, and no other. */
  readonly setSlaPolicy: SetSlaPolicyResult;
  /** 组建专班: for its domains, or for a common issue that intake announced. What it gets is said by the routing rules. */
  readonly foundTaskForce: FoundTaskForceResult;
  /** 撤销专班: only one that has no open task. */
  readonly dissolveTaskForce: DissolveTaskForceResult;
  readonly addMember: AddMemberResult;
  /** Of the lead only once another leads. */
  readonly removeMember: RemoveMemberResult;
  /** 任命组长: of its members; whoever led before stays a member. */
  readonly appointLead: AppointLeadResult;
  readonly registerDepartment: RegisterDepartmentResult;
  /** Sets all rules anew; what was dispatched before stays where it is. The first that matches takes an issue, COORDINATION what none does. */
  readonly setRoutingRules: SetRoutingRulesResult;
  /** 退单: gives back, once a round and within the time that the policy gives, a task that is not accepted yet, nor supervised. It ends, and the centre dispatches anew. */
  readonly returnTask: ReturnTaskResult;
  /** Dispatches anew what was returned, as a new task of the same round that cannot be returned; answers the new task. */
  readonly redispatchTask: RedispatchTaskResult;
  /** 转办: the task ends; a new one of the named task force goes on with it, in which the firm's own clock runs on. Answers the task that ended. */
  readonly transferTask: TransferTaskResult;
  /** 会办: another task force helps and may read the task; the lead one stays responsible. */
  readonly addCoHandler: AddCoHandlerResult;
  /** The task force does not help any more. */
  readonly removeCoHandler: RemoveCoHandlerResult;
  /** Finds the solution ineffective, on the county day on which it was proposed: the clock runs on as if it had never stopped. */
  readonly rejectSolution: RejectSolutionResult;
  /** Lets the task's clocks stand still. */
  readonly suspendTask: SuspendTaskResult;
  /** The clocks go on with what was left to them. */
  readonly resumeTask: ResumeTaskResult;
  /** 延期: moves the deadline for a solution, once for a task and before it has passed; also of a task that waits to be accepted, where it runs already. */
  readonly extendDeadline: ExtendDeadlineResult;
  /** 接单: the task force takes the task in hand; its solution clock runs. */
  readonly acceptTask: AcceptTaskResult;
  /** What the task force tells the firm; stops the solution clock. */
  readonly proposeSolution: ProposeSolutionResult;
};


export type MutationSetCommanderOnDutyArgs = {
  input: SetCommanderOnDutyInput;
};


export type MutationSetWorkingCalendarArgs = {
  input: SetWorkingCalendarInput;
};


export type MutationOpenSupervisionArgs = {
  input: OpenSupervisionInput;
};


export type MutationAcknowledgeSupervisionArgs = {
  input: AcknowledgeSupervisionInput;
};


export type MutationLiftSupervisionArgs = {
  input: LiftSupervisionInput;
};


export type MutationUrgeTaskArgs = {
  input: UrgeTaskInput;
};


export type MutationAcknowledgeNoticeArgs = {
  input: AcknowledgeNoticeInput;
};


export type MutationReplyToUrgingArgs = {
  input: ReplyToUrgingInput;
};


export type MutationSetSlaPolicyArgs = {
  input: SetSlaPolicyInput;
};


export type MutationFoundTaskForceArgs = {
  input: FoundTaskForceInput;
};


export type MutationDissolveTaskForceArgs = {
  input: DissolveTaskForceInput;
};


export type MutationAddMemberArgs = {
  input: AddMemberInput;
};


export type MutationRemoveMemberArgs = {
  input: RemoveMemberInput;
};


export type MutationAppointLeadArgs = {
  input: AppointLeadInput;
};


export type MutationRegisterDepartmentArgs = {
  input: RegisterDepartmentInput;
};


export type MutationSetRoutingRulesArgs = {
  input: SetRoutingRulesInput;
};


export type MutationReturnTaskArgs = {
  input: ReturnTaskInput;
};


export type MutationRedispatchTaskArgs = {
  input: RedispatchTaskInput;
};


export type MutationTransferTaskArgs = {
  input: TransferTaskInput;
};


export type MutationAddCoHandlerArgs = {
  input: AddCoHandlerInput;
};


export type MutationRemoveCoHandlerArgs = {
  input: RemoveCoHandlerInput;
};


export type MutationRejectSolutionArgs = {
  input: RejectSolutionInput;
};


export type MutationSuspendTaskArgs = {
  input: SuspendTaskInput;
};


export type MutationResumeTaskArgs = {
  input: ResumeTaskInput;
};


export type MutationExtendDeadlineArgs = {
  input: ExtendDeadlineInput;
};


export type MutationAcceptTaskArgs = {
  input: AcceptTaskInput;
};


export type MutationProposeSolutionArgs = {
  input: ProposeSolutionInput;
};

export type Issue = {
  /** The centre's own time limits: to dispatch it, to call its firm back; in the order in which they started. */
  readonly centreClocks: ReadonlyArray<CentreClock>;
  readonly id: Scalars['ID']['output'];
  /** One for each round, and before it those of the round that were cancelled, returned or transferred. A task force sees its own and those that it helps with, a firm those of its own issues. */
  readonly tasks: ReadonlyArray<Task>;
};

/** One of the centre's own time limits of an issue: DISPATCH or CALLBACK. */
export type CentreClock = {
  readonly id: Scalars['ID']['output'];
  readonly kind: ClockKind;
  readonly issue: Issue;
  /** Of its issue. */
  readonly round: Scalars['Int']['output'];
  readonly startedAt: Scalars['DateTime']['output'];
  /** The last instant at which it can be met, or could. */
  readonly dueAt: Scalars['DateTime']['output'];
  /** When it was done in time. */
  readonly metAt?: Maybe<Scalars['DateTime']['output']>;
  /** The true due time, when it was missed; nothing that happens later erases it. */
  readonly breachedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was done after it was missed. */
  readonly doneLateAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it fell away: nothing was to be done any more. */
  readonly cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** True while it is still to be done. */
  readonly open: Scalars['Boolean']['output'];
};

export type CentreClockFilter = {
  /** DISPATCH or CALLBACK. */
  readonly kind?: InputMaybe<ClockKind>;
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  readonly missed?: InputMaybe<Scalars['Boolean']['input']>;
};

export type CentreClockConnection = {
  readonly edges: ReadonlyArray<CentreClockEdge>;
  readonly nodes: ReadonlyArray<CentreClock>;
  readonly pageInfo: PageInfo;
};

export type CentreClockEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: CentreClock;
};

export type CommanderOnDuty = {
  readonly sub: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly from: Scalars['DateTime']['output'];
  readonly setBy: Scalars['ID']['output'];
};

export type SetCommanderOnDutyInput = {
  readonly sub: Scalars['ID']['input'];
  readonly name: Scalars['String']['input'];
  /** At once where it is not said; not in the past. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
};

export type SetCommanderOnDutyResult = CommanderOnDuty | CommanderRejection;

export type CommanderRejection = {
  readonly code: CommanderRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type CommanderRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'COMMANDER_DUTY_IN_PAST';

export type SetWorkingCalendarInput = {
  /** Capital letters and underscores. */
  readonly code: Scalars['ID']['input'];
  /** The version that this one is meant to follow, 0 for the first; refused where another was set meanwhile. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  readonly name: Scalars['String']['input'];
  /** Monday to Sunday: the working time of each; none is a day off. */
  readonly week: ReadonlyArray<ReadonlyArray<WorkingIntervalInput>>;
  /** All days that differ from their week: holidays, which have none, and days worked instead (调休). */
  readonly days: ReadonlyArray<CalendarDayInput>;
};

export type WorkingIntervalInput = {
  /** HH:MM by the county's clocks. */
  readonly from: Scalars['String']['input'];
  /** HH:MM, 24:00 at the latest, after `from`. */
  readonly to: Scalars['String']['input'];
};

export type CalendarDayInput = {
  readonly day: Scalars['Date']['input'];
  readonly intervals: ReadonlyArray<WorkingIntervalInput>;
};

export type SetWorkingCalendarResult = WorkingCalendar | WorkingCalendarRejection;

export type WorkingCalendarRejection = {
  readonly code: WorkingCalendarRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type WorkingCalendarRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'CALENDAR_CHANGED'
  | 'CALENDAR_WEEK_INCOMPLETE'
  | 'CALENDAR_TIME_FAULTY'
  | 'CALENDAR_INTERVAL_FALLING'
  | 'CALENDAR_INTERVALS_OVERLAP'
  | 'CALENDAR_DAY_UNKNOWN'
  | 'CALENDAR_DAY_REPEATED'
  | 'CALENDAR_WITHOUT_WORK'
  | 'CALENDAR_TOO_LONG';

export type WorkingCalendar = {
  readonly code: Scalars['ID']['output'];
  readonly version: Scalars['Int']['output'];
  readonly name: Scalars['String']['output'];
  /** Monday to Sunday. */
  readonly week: ReadonlyArray<ReadonlyArray<WorkingInterval>>;
  /** Those that differ from their week, in order. */
  readonly days: ReadonlyArray<CalendarDay>;
  readonly setAt: Scalars['DateTime']['output'];
  /** Null: it came with the product. */
  readonly setBy?: Maybe<Scalars['ID']['output']>;
};

export type WorkingInterval = {
  readonly from: Scalars['String']['output'];
  readonly to: Scalars['String']['output'];
};

export type CalendarDay = {
  readonly day: Scalars['Date']['output'];
  readonly intervals: ReadonlyArray<WorkingInterval>;
};

export type TaskFigureDimension =
  | 'TASK_FORCE'
  /** Who accepted the task, or returned it; not for departments. */
  | 'MEMBER'
  | 'DAY'
  | 'TOWN';

export type TaskFigureFilter = {
  readonly taskForce?: InputMaybe<Scalars['ID']['input']>;
  readonly town?: InputMaybe<Scalars['ID']['input']>;
  readonly domain?: InputMaybe<Domain>;
  readonly urgency?: InputMaybe<Urgency>;
};

export type TaskFigures = {
  /** The code of the task force or town, the member's sub, or the day; null for tasks that have none. */
  readonly key?: Maybe<Scalars['ID']['output']>;
  /** Tasks dispatched in the period. */
  readonly dispatched: Scalars['Int']['output'];
  /** 响应率: accepted within their limit, of those whose limit fell in the period. */
  readonly responseRate: FigureRate;
  /** 按时办结率: solved by their first deadline, of those whose first deadline fell in the period: an overdue open task counts as a failure; an extension granted before it moves it; what was transferred, returned or cancelled before it, and not solved by then, does not count. */
  readonly onTimeRate: FigureRate;
  /** Missed solution deadlines after which a solution came all the same, of those missed. */
  readonly cureRate: FigureRate;
  /** 退单率: returned, of those dispatched in the period. */
  readonly returnRate: FigureRate;
  /** 催办率: urging notices issued to task forces in the period for each task dispatched in it; can be above 1. Those to the centre, also for a returned task, are not counted. */
  readonly urging: UrgingRatio;
  /** How often tasks dispatched in the period were transferred on their way to whom they are with. */
  readonly hops: MeanHops;
};

export type UrgingRatio = {
  readonly notices: Scalars['Int']['output'];
  readonly dispatched: Scalars['Int']['output'];
  /** Null where nothing was dispatched. */
  readonly ratio?: Maybe<Scalars['Float']['output']>;
};

export type MeanHops = {
  readonly n: Scalars['Int']['output'];
  /** Null where there is no task. */
  readonly mean?: Maybe<Scalars['Float']['output']>;
};

/** A share with its number of cases and its 95 % interval after Wilson. */
export type FigureRate = {
  readonly numerator: Scalars['Int']['output'];
  readonly n: Scalars['Int']['output'];
  /** Null where there is no case. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  readonly low?: Maybe<Scalars['Float']['output']>;
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** False below 30 cases: nobody is ranked by it. */
  readonly ranked: Scalars['Boolean']['output'];
};

export type OpenSupervisionInput = {
  readonly taskId: Scalars['ID']['input'];
  /** 1 to 1,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type OpenSupervisionResult = Supervision | SupervisionRejection;

export type AcknowledgeSupervisionInput = {
  readonly supervisionId: Scalars['ID']['input'];
};

export type AcknowledgeSupervisionResult = Supervision | SupervisionRejection;

export type LiftSupervisionInput = {
  readonly supervisionId: Scalars['ID']['input'];
  /** 1 to 1,000 characters. */
  readonly conclusion: Scalars['String']['input'];
};

export type LiftSupervisionResult = Supervision | SupervisionRejection;

export type SupervisionRejection = {
  readonly code: SupervisionRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type SupervisionRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'TASK_NOT_FOUND'
  | 'TASK_STATUS_FORBIDS_MOVE'
  | 'SUPERVISION_NOT_FOUND'
  | 'SUPERVISION_OF_SOMEBODY_ELSE'
  | 'SUPERVISION_OPEN'
  | 'SUPERVISION_LIFTED';

/** 督办单: the commander takes up a task that was urged as often as the policy says, or whenever a commander decides so. */
export type Supervision = {
  readonly id: Scalars['ID']['output'];
  /** 督20200215-0001: the county's day of opening and that day's running number. */
  readonly number: Scalars['String']['output'];
  /** The number of the issue, or of the common issue. */
  readonly about: Scalars['String']['output'];
  readonly task: Task;
  readonly taskForce: TaskForce;
  /** The notice that brought it about; null where a commander opened it. */
  readonly urgingNotice?: Maybe<UrgingNotice>;
  readonly reason: Scalars['String']['output'];
  /** Who answers for it; null where nobody was on duty. */
  readonly commander?: Maybe<Scalars['ID']['output']>;
  /** The name, or the office's title where nobody was on duty. */
  readonly commanderName: Scalars['String']['output'];
  readonly openedAt: Scalars['DateTime']['output'];
  /** Null where a notice brought it about. */
  readonly openedBy?: Maybe<Scalars['ID']['output']>;
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly acknowledgedBy?: Maybe<Scalars['ID']['output']>;
  readonly liftedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly liftedBy?: Maybe<Scalars['ID']['output']>;
  readonly conclusion?: Maybe<Scalars['String']['output']>;
  /** The document, as HTML for A4. */
  readonly printable: Scalars['String']['output'];
};

export type SupervisionFilter = {
  /** Code of the task force. */
  readonly taskForce?: InputMaybe<Scalars['ID']['input']>;
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
};

export type SupervisionConnection = {
  readonly edges: ReadonlyArray<SupervisionEdge>;
  readonly nodes: ReadonlyArray<Supervision>;
  readonly pageInfo: PageInfo;
};

export type SupervisionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Supervision;
};

/** 任务: one issue, in one round, or one common issue, in the hands of one task force. */
export type Task = {
  /** Oldest first; at most one of them is open. A task force sees its own only, a department those of its town. */
  readonly supervisions: ReadonlyArray<Supervision>;
  /** Oldest first. A task force sees its own only, a department those of its town. */
  readonly urgingNotices: ReadonlyArray<UrgingNotice>;
  /** What is left of the clock that presses most: below zero when it is overdue, of a suspended one what stands still; null when none runs. */
  readonly remaining?: Maybe<Scalars['Duration']['output']>;
  /** What happened to it, to its notices and to its supervision, oldest first. */
  readonly history: ReadonlyArray<TaskHistoryEntry>;
  /** How often the round was transferred before it came to this task force. */
  readonly hops: Scalars['Int']['output'];
  /** It cannot be returned: the round was returned once, or the centre ordered acceptance. */
  readonly mustAccept: Scalars['Boolean']['output'];
  /** The task of the same round that was returned, transferred or taken into a common issue, which this one goes on with. Whoever sees this one reads it too. */
  readonly predecessor?: Maybe<Task>;
  /** What its issue had before this one, oldest first, also in earlier rounds. Whoever sees this one reads them too: why they were handed on, and what was found ineffective. */
  readonly earlier: ReadonlyArray<Task>;
  /** The task that goes on with it, once it was returned, transferred, or taken out of the common issue again; null where the viewer may not see it. */
  readonly successor?: Maybe<Task>;
  /** When it was returned or transferred. */
  readonly handedOnAt?: Maybe<Scalars['DateTime']['output']>;
  readonly handedOnBy?: Maybe<Scalars['ID']['output']>;
  readonly handedOnReason?: Maybe<Scalars['String']['output']>;
  /** Returned, and to be dispatched anew by the centre; what the firm was promised is meanwhile the centre's to keep. */
  readonly awaitsRedispatch: Scalars['Boolean']['output'];
  /** 会办: who helps. */
  readonly coHandlers: ReadonlyArray<TaskForce>;
  /** What was found ineffective, oldest first. */
  readonly ineffectiveSolutions: ReadonlyArray<IneffectiveSolution>;
  /** Since when its clocks stand still; null while they run. */
  readonly suspendedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly suspensionReason?: Maybe<SuspensionReason>;
  readonly suspensionNote?: Maybe<Scalars['String']['output']>;
  /** The one extension of its deadline. */
  readonly extendedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly extendedUntil?: Maybe<Scalars['DateTime']['output']>;
  readonly extendedBy?: Maybe<Scalars['ID']['output']>;
  readonly extensionReason?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Null of the task of a common issue. */
  readonly issue?: Maybe<Issue>;
  /** What the task is about where that is no single issue; of a cancelled or a returned one the common issue that took its issue in. */
  readonly commonIssue?: Maybe<CommonIssue>;
  /** The firm, where it is known. */
  readonly firm?: Maybe<Firm>;
  readonly taskForce: TaskForce;
  readonly status: TaskStatus;
  /** The round of its issue: 1, and one more for each reopening; of a common issue always 1. */
  readonly round: Scalars['Int']['output'];
  readonly domain: Domain;
  readonly urgency: Urgency;
  readonly nature: Nature;
  readonly dispatchedAt: Scalars['DateTime']['output'];
  readonly acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly acceptedBy?: Maybe<Scalars['ID']['output']>;
  /** What the task force told the firm; null where a guidance settled it. */
  readonly solution?: Maybe<Solution>;
  /** The guidance that settled it before the task force proposed anything. */
  readonly guidance?: Maybe<Guidance>;
  readonly cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  readonly cancelledBecause?: Maybe<CancelledBecause>;
  /** In the order in which they started. */
  readonly clocks: ReadonlyArray<Clock>;
  /** The next deadline that still runs. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** True while what a missed deadline asked for is still to be done. */
  readonly overdue: Scalars['Boolean']['output'];
};

/** 工作专班: a temporary team for the problems of its domains. */
export type TaskForce = {
  /** Newest first. A task force sees its own only, a department those of its town. */
  readonly supervisions: SupervisionConnection;
  /** Newest first. A task force sees its own only, a department those of its town. */
  readonly urgingNotices: UrgingNoticeConnection;
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly leadDepartment: Department;
  /** Departments that take part beside the lead one. */
  readonly memberDepartments: ReadonlyArray<Department>;
  readonly foundingReason: Scalars['String']['output'];
  /** The common issue that it was founded for, where that was why. */
  readonly commonIssue?: Maybe<CommonIssue>;
  readonly foundedAt: Scalars['DateTime']['output'];
  /** Null where it came with the product. */
  readonly foundedBy?: Maybe<Scalars['ID']['output']>;
  readonly dissolvedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly dissolvedBy?: Maybe<Scalars['ID']['output']>;
  readonly dissolutionReason?: Maybe<Scalars['String']['output']>;
  /** Oldest first: founded, who came and went, who led, dissolved. */
  readonly history: ReadonlyArray<TaskForceFact>;
  /** Empty for COORDINATION, which gets what no other covers. */
  readonly domains: ReadonlyArray<Domain>;
  /** The lead first. */
  readonly members: ReadonlyArray<Member>;
  /** Newest first. A task force sees its own only. */
  readonly tasks: TaskConnection;
};


/** 工作专班: a temporary team for the problems of its domains. */
export type TaskForceSupervisionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 工作专班: a temporary team for the problems of its domains. */
export type TaskForceUrgingNoticesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  answered?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 工作专班: a temporary team for the problems of its domains. */
export type TaskForceTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
};

export type UrgeTaskInput = {
  readonly taskId: Scalars['ID']['input'];
  /** 1 to 1,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type UrgeTaskResult = UrgingNotice | UrgingNoticeRejection;

export type AcknowledgeNoticeInput = {
  readonly noticeId: Scalars['ID']['input'];
};

export type AcknowledgeNoticeResult = UrgingNotice | UrgingNoticeRejection;

export type ReplyToUrgingInput = {
  readonly noticeId: Scalars['ID']['input'];
  /** 1 to 1,000 characters. */
  readonly reason: Scalars['String']['input'];
  /** When it will be done: later than now, and no further ahead than a deadline may be extended. */
  readonly promisedAt: Scalars['DateTime']['input'];
};

export type ReplyToUrgingResult = UrgingNotice | UrgingNoticeRejection;

export type UrgingNoticeRejection = {
  readonly code: UrgingNoticeRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type UrgingNoticeRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'TASK_NOT_FOUND'
  | 'TASK_STATUS_FORBIDS_MOVE'
  | 'TASK_URGED_LATELY'
  | 'NOTICE_NOT_FOUND'
  | 'NOTICE_OF_SOMEBODY_ELSE'
  | 'NOTICE_ANSWERED'
  | 'PROMISE_PAST'
  | 'PROMISE_TOO_LATE';

/** 催办单: what a missed deadline, or the centre by hand, brings upon a task force; or upon the centre's own commander on duty, also for a returned task. */
export type UrgingNotice = {
  readonly id: Scalars['ID']['output'];
  /** 催20200215-0007: the county's day of issue and that day's running number. */
  readonly number: Scalars['String']['output'];
  /** The number of the issue, of the common issue, or of the interview's summons. */
  readonly about: Scalars['String']['output'];
  /** Null where it is the centre that is urged for one of its own clocks, or for an interview. */
  readonly task?: Maybe<Task>;
  /** 约谈: what was not held in time, so that the centre's commander on duty is told. */
  readonly interview?: Maybe<Interview>;
  /** To whom it is addressed; null where it is the centre. */
  readonly taskForce?: Maybe<TaskForce>;
  /** Who was on duty when the centre was urged. */
  readonly commanderName?: Maybe<Scalars['String']['output']>;
  /** Null where it was issued by hand, or for an interview. */
  readonly clock?: Maybe<ClockKind>;
  /** Which notice for that deadline it is, from 1; null where it was issued by hand, or for an interview. */
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  /** The deadline that was missed; null where it was issued by hand. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  readonly issuedAt: Scalars['DateTime']['output'];
  /** Who issued it by hand. */
  readonly urgedBy?: Maybe<Scalars['ID']['output']>;
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly acknowledgedBy?: Maybe<Scalars['ID']['output']>;
  readonly repliedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly repliedBy?: Maybe<Scalars['ID']['output']>;
  /** Why it is late, as the addressee says. */
  readonly replyReason?: Maybe<Scalars['String']['output']>;
  readonly promisedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The document, as HTML for A4. */
  readonly printable: Scalars['String']['output'];
};

export type UrgingNoticeFilter = {
  /** Code of the task force. */
  readonly taskForce?: InputMaybe<Scalars['ID']['input']>;
  /** Those to the centre itself, or those to task forces. */
  readonly toCentre?: InputMaybe<Scalars['Boolean']['input']>;
  readonly answered?: InputMaybe<Scalars['Boolean']['input']>;
};

export type Interview = {
  readonly id: Scalars['ID']['output'];
};

export type UrgingNoticeConnection = {
  readonly edges: ReadonlyArray<UrgingNoticeEdge>;
  readonly nodes: ReadonlyArray<UrgingNotice>;
  readonly pageInfo: PageInfo;
};

export type UrgingNoticeEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: UrgingNotice;
};

export type SetSlaPolicyInput = {
  /** The version that this one is meant to follow; refused where another was set meanwhile. Without it, it follows whatever is in force. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The first that matches decides; the last must ask nothing. At most 100. Without them, as in force. */
  readonly lines?: InputMaybe<ReadonlyArray<SlaPolicyLineInput>>;
  /** Registration to dispatch; without it, as in force. */
  readonly dispatchWithin?: InputMaybe<TimeLimitInput>;
  /** Solution to callback, where intake does not say by when: a task force’s own solution; without it, as in force. */
  readonly callbackWithin?: InputMaybe<TimeLimitInput>;
  /** Percent of these two at which the centre is warned, 1 to 99, rising; without it, as in force. */
  readonly warnAt?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** How long after an urging notice the next is due, as the next three from a minute to 366 days; without it, as in force. */
  readonly urgeEvery?: InputMaybe<Scalars['Duration']['input']>;
  /** How long after a notice by hand the next may be issued for the same task; without it, as in force. */
  readonly urgeByHandEvery?: InputMaybe<Scalars['Duration']['input']>;
  /** 退单: how long after its dispatch a task may be returned; without it, as in force. */
  readonly returnWithin?: InputMaybe<Scalars['Duration']['input']>;
  /** 延期: how far an extension may move a deadline; without it, as in force. */
  readonly extendAtMost?: InputMaybe<Scalars['Duration']['input']>;
  /** 督办: at every so many notices for one deadline the commander takes the task up, 1 to 100; without it, as in force. */
  readonly superviseAt?: InputMaybe<Scalars['Int']['input']>;
};

export type SlaPolicyLineInput = {
  /** Null asks nothing; so the two others. */
  readonly nature?: InputMaybe<Nature>;
  readonly urgency?: InputMaybe<Urgency>;
  readonly domain?: InputMaybe<Domain>;
  /** Dispatch to acceptance. */
  readonly acceptWithin: TimeLimitInput;
  /** Acceptance to effective solution. */
  readonly solveWithin: TimeLimitInput;
  /** Percent of a limit at which its task force is warned, 1 to 99, rising; 75 where nothing is said. */
  readonly warnAt?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
};

export type TimeLimitInput = {
  readonly kind: TimeLimitKind;
  /** Of ELAPSED and WORKING: hours, minutes, seconds and days of 24 hours, above zero, at most 366 days; of WORKING no more than the calendar has in ten years. */
  readonly duration?: InputMaybe<Scalars['Duration']['input']>;
  /** Of WHOLE_DAYS, 1 to 366. */
  readonly days?: InputMaybe<Scalars['Int']['input']>;
  /** Code of a working calendar: of WORKING, and of WHOLE_DAYS where only working days count. Its newest version is taken, and kept. */
  readonly calendar?: InputMaybe<Scalars['ID']['input']>;
};

export type SetSlaPolicyResult = SlaPolicy | SlaPolicyRejection;

export type SlaPolicyRejection = {
  readonly code: SlaPolicyRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type SlaPolicyRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'SLA_POLICY_CHANGED'
  | 'SLA_POLICY_WITHOUT_MATCH'
  | 'SLA_POLICY_TOO_LONG'
  | 'SLA_LINE_UNREACHABLE'
  | 'SLA_DURATION_FAULTY'
  | 'SLA_DURATION_OUT_OF_REACH'
  | 'SLA_DAYS_OUT_OF_RANGE'
  | 'SLA_NOTICES_OUT_OF_RANGE'
  | 'SLA_CALENDAR_UNKNOWN'
  | 'SLA_WARNINGS_FAULTY';

export type SlaPolicy = {
  readonly version: Scalars['Int']['output'];
  readonly lines: ReadonlyArray<SlaPolicyLine>;
  readonly dispatchWithin: TimeLimit;
  readonly callbackWithin: TimeLimit;
  readonly warnAt: ReadonlyArray<Scalars['Int']['output']>;
  readonly urgeEvery: Scalars['Duration']['output'];
  readonly urgeByHandEvery: Scalars['Duration']['output'];
  readonly returnWithin: Scalars['Duration']['output'];
  readonly extendAtMost: Scalars['Duration']['output'];
  readonly superviseAt: Scalars['Int']['output'];
  readonly setAt: Scalars['DateTime']['output'];
  /** Null: it came with the product. */
  readonly setBy?: Maybe<Scalars['ID']['output']>;
};

export type SlaPolicyLine = {
  readonly position: Scalars['Int']['output'];
  readonly nature?: Maybe<Nature>;
  readonly urgency?: Maybe<Urgency>;
  readonly domain?: Maybe<Domain>;
  readonly acceptWithin: TimeLimit;
  readonly solveWithin: TimeLimit;
  readonly warnAt: ReadonlyArray<Scalars['Int']['output']>;
};

export type TimeLimit = {
  readonly kind: TimeLimitKind;
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  readonly days?: Maybe<Scalars['Int']['output']>;
  /** In the version that it keeps to. */
  readonly calendar?: Maybe<CalendarVersion>;
};

export type CalendarVersion = {
  readonly code: Scalars['ID']['output'];
  readonly version: Scalars['Int']['output'];
};

export type TimeLimitKind =
  /** Around the clock, holidays included. */
  | 'ELAPSED'
  /** The working time of a calendar alone. */
  | 'WORKING'
  /** 即收即办, 当日转办: to the end of the county day on which it starts. */
  | 'SAME_DAY'
  /** To the end of the day so many days later. */
  | 'WHOLE_DAYS';

export type FoundTaskForceInput = {
  /** Capital letters and underscores, at most 40; never given twice. */
  readonly code: Scalars['ID']['input'];
  /** At most 50 characters. */
  readonly name: Scalars['String']['input'];
  readonly leadDepartment: Scalars['ID']['input'];
  /** Departments that take part beside the lead one. */
  readonly memberDepartments?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** At most 500 characters. */
  readonly reason: Scalars['String']['input'];
  /** May be empty where it is founded for a common issue. */
  readonly domains?: InputMaybe<ReadonlyArray<Domain>>;
  readonly commonIssueId?: InputMaybe<Scalars['ID']['input']>;
  /** Just one of them leads. */
  readonly members?: InputMaybe<ReadonlyArray<MemberInput>>;
};

export type MemberInput = {
  readonly sub: Scalars['ID']['input'];
  readonly name: Scalars['String']['input'];
  readonly role: MemberRole;
};

export type FoundTaskForceResult = TaskForce | TaskForceRejection;

export type DissolveTaskForceInput = {
  readonly code: Scalars['ID']['input'];
  /** At most 500 characters. */
  readonly reason: Scalars['String']['input'];
};

export type DissolveTaskForceResult = TaskForce | TaskForceRejection;

export type AddMemberInput = {
  /** Of the task force. */
  readonly code: Scalars['ID']['input'];
  readonly sub: Scalars['ID']['input'];
  readonly name: Scalars['String']['input'];
};

export type AddMemberResult = TaskForce | TaskForceRejection;

export type RemoveMemberInput = {
  /** Of the task force. */
  readonly code: Scalars['ID']['input'];
  readonly sub: Scalars['ID']['input'];
};

export type RemoveMemberResult = TaskForce | TaskForceRejection;

export type AppointLeadInput = {
  /** Of the task force. */
  readonly code: Scalars['ID']['input'];
  readonly sub: Scalars['ID']['input'];
};

export type AppointLeadResult = TaskForce | TaskForceRejection;

export type RegisterDepartmentInput = {
  /** Capital letters and underscores, at most 40. */
  readonly code: Scalars['ID']['input'];
  readonly name: Scalars['String']['input'];
};

export type RegisterDepartmentResult = Department | TaskForceRejection;

export type TaskForceRejection = {
  readonly code: TaskForceRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type TaskForceRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'TASK_FORCE_NOT_FOUND'
  | 'TASK_FORCE_CODE_TAKEN'
  | 'TASK_FORCE_NAME_TAKEN'
  | 'TASK_FORCE_WITHOUT_PURPOSE'
  | 'TASK_FORCE_DISSOLVED'
  | 'TASK_FORCE_HAS_OPEN_TASKS'
  | 'TASK_FORCE_HAS_SOLVED_TASKS'
  | 'TASK_FORCE_INDISPENSABLE'
  | 'COMMON_ISSUE_UNKNOWN'
  | 'DEPARTMENT_UNKNOWN'
  | 'DEPARTMENT_CODE_TAKEN'
  | 'DEPARTMENT_NAME_TAKEN'
  | 'MEMBER_TWICE'
  | 'MEMBER_UNKNOWN'
  | 'MEMBER_IS_LEAD'
  | 'LEAD_REQUIRED'
  | 'LEADS_TOO_MANY';

export type Department = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};

export type Member = {
  readonly sub: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly role: MemberRole;
};

export type TaskForceFact = {
  readonly type: TaskForceFactType;
  readonly at: Scalars['DateTime']['output'];
  /** Null where it came with the product. */
  readonly by?: Maybe<Scalars['ID']['output']>;
  /** Whom it concerns: who came, went, or leads. */
  readonly person?: Maybe<Person>;
  /** Why it was founded, or dissolved. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

export type TaskForceFactType =
  | 'FOUNDED'
  | 'MEMBER_ADDED'
  | 'MEMBER_REMOVED'
  | 'LEAD_APPOINTED'
  | 'DISSOLVED';

export type Person = {
  readonly sub: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};

export type MemberRole =
  | 'LEAD'
  | 'MEMBER';

export type CommonIssue = {
  readonly id: Scalars['ID']['output'];
  /** Its one task, once it was dispatched. A task force sees its own only. */
  readonly task?: Maybe<Task>;
};

export type Guidance = {
  readonly id: Scalars['ID']['output'];
};

export type SetRoutingRulesInput = {
  /** The version that is replaced: refused when somebody else has set another one meanwhile. */
  readonly version: Scalars['Int']['input'];
  /** In order, at most 200; none: everything goes to COORDINATION. */
  readonly rules: ReadonlyArray<RoutingRuleInput>;
};

/** What is not asked may be anything. */
export type RoutingRuleInput = {
  readonly domain?: InputMaybe<Domain>;
  readonly nature?: InputMaybe<Nature>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly urgency?: InputMaybe<Urgency>;
  /** Code of a task force that is not dissolved. */
  readonly taskForce: Scalars['ID']['input'];
};

export type SetRoutingRulesResult = RoutingRules | RoutingRejection;

/** One version of the whole list. */
export type RoutingRules = {
  readonly version: Scalars['Int']['output'];
  readonly setAt: Scalars['DateTime']['output'];
  /** Null where it came with the product. */
  readonly setBy?: Maybe<Scalars['ID']['output']>;
  readonly rules: ReadonlyArray<RoutingRule>;
};

export type RoutingRule = {
  /** From 1. */
  readonly position: Scalars['Int']['output'];
  readonly domain?: Maybe<Domain>;
  readonly nature?: Maybe<Nature>;
  readonly townCode?: Maybe<Scalars['ID']['output']>;
  readonly urgency?: Maybe<Urgency>;
  readonly taskForce: TaskForce;
};

export type RoutingDryRunInput = {
  /** What is known of it: by what intake said last, else by the task that it has. */
  readonly issueId?: InputMaybe<Scalars['ID']['input']>;
  /** A common issue that was confirmed, instead of an issue: the task force that was founded for it gets it, before any rule. */
  readonly commonIssueId?: InputMaybe<Scalars['ID']['input']>;
  readonly domain?: InputMaybe<Domain>;
  /** INDIVIDUAL where nothing else is known. */
  readonly nature?: InputMaybe<Nature>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  /** NORMAL where nothing else is known. */
  readonly urgency?: InputMaybe<Urgency>;
};

export type RoutingDryRunResult = RoutingDryRun | RoutingRejection;

export type RoutingDryRun = {
  /** Of the rules that were tried. */
  readonly version: Scalars['Int']['output'];
  readonly domain: Domain;
  readonly nature: Nature;
  readonly townCode?: Maybe<Scalars['ID']['output']>;
  readonly urgency: Urgency;
  /** The rules before the one that takes it, in order, each with what did not hold. */
  readonly passed: ReadonlyArray<RoutingRulePassed>;
  /** Null: none takes it, so that it goes to COORDINATION, or to the task force that was founded for it. */
  readonly rule?: Maybe<RoutingRule>;
  /** Its task force was founded for this very common issue, which goes before the rules. */
  readonly founded: Scalars['Boolean']['output'];
  readonly taskForce: TaskForce;
};

export type RoutingRulePassed = {
  readonly rule: RoutingRule;
  readonly unmet: ReadonlyArray<RoutingCriterionUnmet>;
  /** Its task force was dissolved: it takes nothing any more. */
  readonly dissolved: Scalars['Boolean']['output'];
};

export type RoutingCriterionUnmet = {
  readonly criterion: RoutingCriterion;
  readonly asked: Scalars['String']['output'];
  /** What the issue has; null where it is not known. */
  readonly found?: Maybe<Scalars['String']['output']>;
};

export type RoutingCriterion =
  | 'DOMAIN'
  | 'NATURE'
  | 'TOWN'
  | 'URGENCY';

export type RoutingRejection = {
  readonly code: RoutingRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type RoutingRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'ROUTING_RULES_CHANGED'
  | 'ROUTING_TASK_FORCE_UNKNOWN'
  | 'ROUTING_TASK_FORCE_DISSOLVED'
  | 'ROUTING_RULE_UNREACHABLE'
  | 'ROUTING_ISSUE_UNKNOWN'
  | 'ROUTING_COMMON_ISSUE_UNKNOWN'
  | 'ROUTING_DOMAIN_UNKNOWN';

/** What lies before one task force. Its counts are of open tasks; one task can be in several. */
export type TaskBoard = {
  readonly taskForce: TaskForce;
  readonly open: Scalars['Int']['output'];
  /** Waits to be accepted. */
  readonly waiting: Scalars['Int']['output'];
  /** Accepted, and no solution proposed. */
  readonly inWork: Scalars['Int']['output'];
  readonly suspended: Scalars['Int']['output'];
  /** A solution is proposed; the firm is to be called back. */
  readonly solved: Scalars['Int']['output'];
  /** With a missed deadline that still waits for what it asked for. */
  readonly overdue: Scalars['Int']['output'];
  /** Its time passes, and it was warned of. */
  readonly nearLimit: Scalars['Int']['output'];
  /** An urging notice (催办单) was issued for it, for a missed deadline or by hand; what was issued to whom it was transferred from is theirs. */
  readonly urged: Scalars['Int']['output'];
  /** By deadline: first what is overdue longest, last what stands still or is solved. */
  readonly tasks: TaskConnection;
};


/** What lies before one task force. Its counts are of open tasks; one task can be in several. */
export type TaskBoardTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 限时: one time limit of a task. */
export type Clock = {
  /** Of a suspended one what stands still, of one that was missed and whose demand is still to be met below zero; null when it has ended. */
  readonly remaining?: Maybe<Scalars['Duration']['output']>;
  readonly kind: ClockKind;
  /** What it has been bound by since it started; a later change of the policy does not touch it. */
  readonly limit: TimeLimit;
  readonly policyVersion: Scalars['Int']['output'];
  readonly startedAt: Scalars['DateTime']['output'];
  /** The last instant at which it can be met, or could; null while it is suspended. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was met; null when it runs, was missed or fell away. */
  readonly metAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it fell away: nothing was to be done any more. */
  readonly cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** The true due time, when it was missed; nothing that happens later erases it. */
  readonly breachedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Oldest first. */
  readonly warnings: ReadonlyArray<Warning>;
  /** When it stood still, oldest first. */
  readonly pauses: ReadonlyArray<Pause>;
};

export type TaskHistoryEntry = {
  readonly at: Scalars['DateTime']['output'];
  /** The kind of its event without service and version, e.g. task.accepted. */
  readonly what: Scalars['String']['output'];
  /** Who did it; null where nobody did: a clock ran out. */
  readonly by?: Maybe<Scalars['ID']['output']>;
  /** The coded reason for which it was suspended, or goes on; null of everything else. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

export type ReturnTaskInput = {
  readonly taskId: Scalars['ID']['input'];
  /** 1 to 1,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type ReturnTaskResult = Task | TaskRejection;

export type RedispatchTaskInput = {
  readonly taskId: Scalars['ID']['input'];
  /** Code of the task force that gets it. */
  readonly taskForce: Scalars['ID']['input'];
  /** To be true where it goes back to the task force that returned it. */
  readonly orderToAccept?: InputMaybe<Scalars['Boolean']['input']>;
};

export type RedispatchTaskResult = Task | TaskRejection;

export type TransferTaskInput = {
  readonly taskId: Scalars['ID']['input'];
  /** Code of the task force that goes on with it. */
  readonly taskForce: Scalars['ID']['input'];
  /** 1 to 1,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type TransferTaskResult = Task | TaskRejection;

export type AddCoHandlerInput = {
  readonly taskId: Scalars['ID']['input'];
  /** Code of the task force that helps. */
  readonly taskForce: Scalars['ID']['input'];
};

export type AddCoHandlerResult = Task | TaskRejection;

export type RemoveCoHandlerInput = {
  readonly taskId: Scalars['ID']['input'];
  /** Code of the task force that helped. */
  readonly taskForce: Scalars['ID']['input'];
};

export type RemoveCoHandlerResult = Task | TaskRejection;

export type RejectSolutionInput = {
  readonly taskId: Scalars['ID']['input'];
  /** 1 to 1,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type RejectSolutionResult = Task | TaskRejection;

export type SuspendTaskInput = {
  readonly taskId: Scalars['ID']['input'];
  readonly reason: SuspensionReason;
  /** At most 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

export type SuspendTaskResult = Task | TaskRejection;

export type ResumeTaskInput = {
  readonly taskId: Scalars['ID']['input'];
  /** What has come; left out: what the suspension waited for. */
  readonly reason?: InputMaybe<ResumptionReason>;
  /** At most 500 characters; required of OTHER. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

export type ResumeTaskResult = Task | TaskRejection;

export type ExtendDeadlineInput = {
  readonly taskId: Scalars['ID']['input'];
  /** The new deadline, later than the present one, by no more than the policy allows. */
  readonly until: Scalars['DateTime']['input'];
  /** 1 to 1,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type ExtendDeadlineResult = Task | TaskRejection;

/** A solution that the centre found ineffective, as it was told. */
export type IneffectiveSolution = {
  readonly text: Scalars['String']['output'];
  readonly measures: ReadonlyArray<Scalars['String']['output']>;
  readonly attachments: ReadonlyArray<Scalars['String']['output']>;
  readonly proposedAt: Scalars['DateTime']['output'];
  readonly proposedBy: Scalars['ID']['output'];
  readonly rejectedAt: Scalars['DateTime']['output'];
  readonly rejectedBy: Scalars['ID']['output'];
  readonly reason: Scalars['String']['output'];
};

export type SuspensionReason =
  | 'WAITING_FOR_FIRM'
  | 'WAITING_FOR_HIGHER_AUTHORITY'
  | 'FORCE_MAJEURE';

export type ResumptionReason =
  | 'FIRM_ANSWERED'
  | 'AUTHORITY_ANSWERED'
  | 'FORCE_MAJEURE_OVER'
  /** The note says which. */
  | 'OTHER';

export type AcceptTaskInput = {
  readonly taskId: Scalars['ID']['input'];
};

export type AcceptTaskResult = Task | TaskRejection;

export type ProposeSolutionInput = {
  readonly taskId: Scalars['ID']['input'];
  /** 1 to 4,000 characters. */
  readonly text: Scalars['String']['input'];
  /** At most 20, each 1 to 500 characters. */
  readonly measures?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** References to what is stored elsewhere; at most 20, each 1 to 500 characters. */
  readonly attachments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type ProposeSolutionResult = Task | TaskRejection;

export type TaskRejection = {
  readonly code: TaskRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type TaskRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'TASK_NOT_FOUND'
  | 'TASK_OF_OTHER_TASK_FORCE'
  | 'TASK_STATUS_FORBIDS_MOVE'
  | 'TASK_SUPERVISED'
  | 'TASK_MUST_BE_ACCEPTED'
  | 'TASK_RETURN_TOO_LATE'
  | 'TASK_NOT_AWAITING_DISPATCH'
  | 'ACCEPTANCE_ORDER_REQUIRED'
  | 'TASK_FORCE_UNKNOWN'
  | 'TASK_FORCE_DISSOLVED'
  | 'TASK_FORCE_IS_LEAD'
  | 'CO_HANDLER_KNOWN'
  | 'CO_HANDLER_UNKNOWN'
  | 'SOLUTION_FROM_GUIDANCE'
  | 'SOLUTION_STANDS'
  | 'SUSPENSION_TOO_LATE'
  | 'EXTENSION_USED_UP'
  | 'DEADLINE_PASSED'
  | 'EXTENSION_NOT_LATER'
  | 'EXTENSION_TOO_LONG';

export type Solution = {
  readonly text: Scalars['String']['output'];
  readonly measures: ReadonlyArray<Scalars['String']['output']>;
  readonly attachments: ReadonlyArray<Scalars['String']['output']>;
  readonly proposedAt: Scalars['DateTime']['output'];
  readonly proposedBy?: Maybe<Scalars['ID']['output']>;
};

export type Pause = {
  readonly from: Scalars['DateTime']['output'];
  /** Null while it lasts. */
  readonly to?: Maybe<Scalars['DateTime']['output']>;
  readonly reason: SuspensionReason;
  /** What had come; null while it lasts, and where the clock ended in it. */
  readonly resumptionReason?: Maybe<ResumptionReason>;
  readonly resumptionNote?: Maybe<Scalars['String']['output']>;
};

/** 预警: so much of a time limit has passed. */
export type Warning = {
  readonly percent: Scalars['Int']['output'];
  /** The true instant, when the share had passed. */
  readonly at: Scalars['DateTime']['output'];
  readonly noticedAt: Scalars['DateTime']['output'];
};

export type Firm = {
  readonly creditCode: Scalars['ID']['output'];
  /** Newest first. A task force sees its own only, a firm those of its own file. */
  readonly tasks: TaskConnection;
};


export type FirmTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
};

export type TaskStatus =
  /** Waits to be accepted. */
  | 'DISPATCHED'
  | 'ACCEPTED'
  /** Its clocks stand still. */
  | 'SUSPENDED'
  | 'SOLUTION_PROPOSED'
  /** 退单: ended; the centre dispatches anew. */
  | 'RETURNED'
  /** 转办: ended; another task force's task goes on. */
  | 'TRANSFERRED'
  | 'CLOSED'
  | 'CANCELLED';

export type CancelledBecause =
  /** Its issue was merged into another of the same firm. */
  | 'MERGED'
  /** Its issue was taken into a common issue. */
  | 'COMMON_ISSUE'
  | 'WITHDRAWN';

export type ClockKind =
  /** Registration to dispatch: the centre's. */
  | 'DISPATCH'
  | 'ACCEPTANCE'
  | 'SOLUTION'
  /** The firm's own solution clock, which runs on with a task that was transferred. */
  | 'FIRM'
  /** Solution to callback: the centre's. */
  | 'CALLBACK';

export type Nature =
  | 'INDIVIDUAL'
  | 'COMMON';

export type Domain =
  | 'LABOUR'
  | 'LOGISTICS'
  | 'FINANCE'
  | 'SUPPLY_CHAIN'
  | 'EPIDEMIC_PREVENTION'
  | 'TESTING'
  | 'PASSAGE'
  | 'MATERIALS'
  | 'POLICY'
  | 'APPROVAL'
  | 'PROJECT'
  | 'MARKET'
  | 'OTHER';

export type Urgency =
  | 'NORMAL'
  | 'URGENT';

export type TaskFilter = {
  /** Code of the task force. */
  readonly taskForce?: InputMaybe<Scalars['ID']['input']>;
  readonly status?: InputMaybe<ReadonlyArray<TaskStatus>>;
  /** False: those that have ended. */
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Open, its time passes, and it was warned of. */
  readonly nearLimit?: InputMaybe<Scalars['Boolean']['input']>;
  /** 催办: a notice was issued for it, for a deadline or by hand; also of those that have ended. */
  readonly urged?: InputMaybe<Scalars['Boolean']['input']>;
  /** Open, and its deadline (missed and awaited still, or running) is before that: none that stands still or is solved. */
  readonly dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  readonly urgency?: InputMaybe<Urgency>;
  readonly domain?: InputMaybe<Domain>;
  /** Code of the town. */
  readonly town?: InputMaybe<Scalars['ID']['input']>;
  /** Those that a task force helps with: the viewer's own (of another that they ask for, none), else that of `taskForce`, else any. */
  readonly coHandled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Returned, and to be dispatched anew by the centre. */
  readonly awaitsRedispatch?: InputMaybe<Scalars['Boolean']['input']>;
};

export type TaskOrder =
  | 'NEWEST'
  /** Open ones only: first what is overdue longest, last what stands still or is solved. */
  | 'DEADLINE';

export type TaskConnection = {
  readonly edges: ReadonlyArray<TaskEdge>;
  readonly nodes: ReadonlyArray<Task>;
  readonly pageInfo: PageInfo;
};

export type TaskEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Task;
};

export type Town = {
  readonly code: Scalars['ID']['output'];
  /** 挂图作战: its tasks by how they stand. A task force counts its own only; null for a town that the viewer may not see. */
  readonly tasks?: Maybe<TownTasks>;
};

export type TownTasks = {
  /** Neither closed nor cancelled. */
  readonly open: Scalars['Int']['output'];
  /** Open, with a missed deadline that still waits for what it asked for. */
  readonly overdue: Scalars['Int']['output'];
  /** Open, and an urging notice (催办单) was issued for it, as on the board. */
  readonly urged: Scalars['Int']['output'];
};

export type Viewer = {
  readonly sub: Scalars['ID']['output'];
  /** What a member of a task force has to do; null for everybody else. */
  readonly work?: Maybe<MemberWork>;
};

/** Lists are of open tasks by deadline: first what is overdue longest, last what stands still or is solved. A lead's are the whole task force's but for the first; a member's hold nothing that another member accepted. */
export type MemberWork = {
  readonly taskForce: TaskForce;
  readonly counts: MemberWorkCounts;
  /** Accepted by the viewer. */
  readonly mine: TaskConnection;
  /** 会办: of other task forces, which the viewer's own helps. */
  readonly coHandled: TaskConnection;
  /** To be accepted: everybody's. */
  readonly waiting: TaskConnection;
  /** Warned of, and not overdue yet. */
  readonly nearLimit: TaskConnection;
  readonly overdue: TaskConnection;
  /** 催办单 to be answered, newest first. */
  readonly urgingNotices: UrgingNoticeConnection;
};


/** Lists are of open tasks by deadline: first what is overdue longest, last what stands still or is solved. A lead's are the whole task force's but for the first; a member's hold nothing that another member accepted. */
export type MemberWorkMineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Lists are of open tasks by deadline: first what is overdue longest, last what stands still or is solved. A lead's are the whole task force's but for the first; a member's hold nothing that another member accepted. */
export type MemberWorkCoHandledArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Lists are of open tasks by deadline: first what is overdue longest, last what stands still or is solved. A lead's are the whole task force's but for the first; a member's hold nothing that another member accepted. */
export type MemberWorkWaitingArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Lists are of open tasks by deadline: first what is overdue longest, last what stands still or is solved. A lead's are the whole task force's but for the first; a member's hold nothing that another member accepted. */
export type MemberWorkNearLimitArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Lists are of open tasks by deadline: first what is overdue longest, last what stands still or is solved. A lead's are the whole task force's but for the first; a member's hold nothing that another member accepted. */
export type MemberWorkOverdueArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Lists are of open tasks by deadline: first what is overdue longest, last what stands still or is solved. A lead's are the whole task force's but for the first; a member's hold nothing that another member accepted. */
export type MemberWorkUrgingNoticesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type MemberWorkCounts = {
  readonly mine: Scalars['Int']['output'];
  readonly coHandled: Scalars['Int']['output'];
  readonly waiting: Scalars['Int']['output'];
  readonly nearLimit: Scalars['Int']['output'];
  readonly overdue: Scalars['Int']['output'];
  /** Urging notices that are not answered. */
  readonly urged: Scalars['Int']['output'];
  /** Of these, not even acknowledged. */
  readonly unacknowledged: Scalars['Int']['output'];
};
