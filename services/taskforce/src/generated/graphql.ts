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
  /** An instant, RFC 3339 in UTC. */
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

export type Query = {
  /** 工作日历: the newest version of each, by code. */
  readonly workingCalendars: ReadonlyArray<WorkingCalendar>;
  /** 时限政策: a version of all time limits; without a number, the one in force. */
  readonly slaPolicy?: Maybe<SlaPolicy>;
  /** A task force, by code. */
  readonly taskForce?: Maybe<TaskForce>;
  /** The county's task forces, by code. */
  readonly taskForces: ReadonlyArray<TaskForce>;
  /** A task force sees its own only. */
  readonly task?: Maybe<Task>;
  /** Newest first. A task force sees its own only. */
  readonly tasks: TaskConnection;
};


export type QuerySlaPolicyArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTaskForceArgs = {
  code: Scalars['ID']['input'];
};


export type QueryTaskArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
};

export type Mutation = {
  /** Sets a new version of a calendar, or the first. Time limits that were set before keep to the version that they were set with. */
  readonly setWorkingCalendar: SetWorkingCalendarResult;
  /** Sets a new version of all time limits. It binds the clocks that start from then on, and no other. */
  readonly setSlaPolicy: SetSlaPolicyResult;
  /** 接单: the task force takes the task in hand; its solution clock runs. */
  readonly acceptTask: AcceptTaskResult;
  /** What the task force tells the firm; stops the solution clock. */
  readonly proposeSolution: ProposeSolutionResult;
};


export type MutationSetWorkingCalendarArgs = {
  input: SetWorkingCalendarInput;
};


export type MutationSetSlaPolicyArgs = {
  input: SetSlaPolicyInput;
};


export type MutationAcceptTaskArgs = {
  input: AcceptTaskInput;
};


export type MutationProposeSolutionArgs = {
  input: ProposeSolutionInput;
};

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

export type SetSlaPolicyInput = {
  /** The version that this one is meant to follow; refused where another was set meanwhile. Without it, it follows whatever is in force. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The first that matches decides; the last must ask nothing. At most 100. */
  readonly lines: ReadonlyArray<SlaPolicyLineInput>;
  /** Registration to dispatch; without it, as in force. */
  readonly dispatchWithin?: InputMaybe<TimeLimitInput>;
  /** Solution to callback; without it, as in force. */
  readonly callbackWithin?: InputMaybe<TimeLimitInput>;
  /** Percent of these two at which the centre is warned, 1 to 99, rising; without it, as in force. */
  readonly warnAt?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** How long after an urging notice the next is due, at least a minute; without it, as in force. */
  readonly urgeEvery?: InputMaybe<Scalars['Duration']['input']>;
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
  /** Of ELAPSED and WORKING: hours, minutes, seconds and days of 24 hours, above zero, at most 366 days. */
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
  | 'SLA_DAYS_OUT_OF_RANGE'
  | 'SLA_CALENDAR_UNKNOWN'
  | 'SLA_WARNINGS_FAULTY';

export type SlaPolicy = {
  readonly version: Scalars['Int']['output'];
  readonly lines: ReadonlyArray<SlaPolicyLine>;
  readonly dispatchWithin: TimeLimit;
  readonly callbackWithin: TimeLimit;
  readonly warnAt: ReadonlyArray<Scalars['Int']['output']>;
  readonly urgeEvery: Scalars['Duration']['output'];
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

/** 工作专班: a temporary team for the problems of its domains. */
export type TaskForce = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly leadDepartment: Department;
  readonly foundingReason: Scalars['String']['output'];
  /** Empty for COORDINATION, which gets what no other covers. */
  readonly domains: ReadonlyArray<Domain>;
  /** The lead first. */
  readonly members: ReadonlyArray<Member>;
  /** Newest first. A task force sees its own only. */
  readonly tasks: TaskConnection;
};


/** 工作专班: a temporary team for the problems of its domains. */
export type TaskForceTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
};

export type Department = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};

export type Member = {
  readonly sub: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly role: MemberRole;
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
  | 'TASK_STATUS_FORBIDS_MOVE';

/** 任务: one issue, in one round, or one common issue, in the hands of one task force. */
export type Task = {
  readonly id: Scalars['ID']['output'];
  /** Null of the task of a common issue. */
  readonly issue?: Maybe<Issue>;
  /** What the task is about where that is no single issue; of a cancelled one the common issue that took its issue in. */
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
  /** Oldest first. */
  readonly urgingNotices: ReadonlyArray<UrgingNotice>;
};

export type Solution = {
  readonly text: Scalars['String']['output'];
  readonly measures: ReadonlyArray<Scalars['String']['output']>;
  readonly attachments: ReadonlyArray<Scalars['String']['output']>;
  readonly proposedAt: Scalars['DateTime']['output'];
  readonly proposedBy?: Maybe<Scalars['ID']['output']>;
};

/** 限时: one time limit of a task. */
export type Clock = {
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
  /** When it stood still, oldest first. */
  readonly pauses: ReadonlyArray<Pause>;
};

export type Pause = {
  readonly from: Scalars['DateTime']['output'];
  /** Null while it lasts. */
  readonly to?: Maybe<Scalars['DateTime']['output']>;
};

/** 催办单: what a missed deadline brings upon a task force. */
export type UrgingNotice = {
  readonly id: Scalars['ID']['output'];
  /** 催20200215-0007: the county's day of issue and that day's running number. */
  readonly number: Scalars['String']['output'];
  readonly clock: ClockKind;
  readonly ordinal: Scalars['Int']['output'];
  readonly dueAt: Scalars['DateTime']['output'];
  readonly issuedAt: Scalars['DateTime']['output'];
};

export type Issue = {
  readonly id: Scalars['ID']['output'];
  /** One for each round, and before it those of the round that were cancelled. A task force sees its own only, a firm those of its own issues. */
  readonly tasks: ReadonlyArray<Task>;
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
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
};

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
  /** Open, and an urging notice (催办单) was issued for it. */
  readonly urged: Scalars['Int']['output'];
};
