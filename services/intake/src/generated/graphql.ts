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
  /** One firm's file (一企一档). A firm sees its own only. */
  readonly firm?: Maybe<Firm>;
  /** The register of firms, by credit code. */
  readonly firms: FirmConnection;
  /** A firm sees its own only. */
  readonly issue?: Maybe<Issue>;
  /** Newest first. */
  readonly issues: IssueConnection;
  /** The county's towns, by code. */
  readonly towns: ReadonlyArray<Town>;
  readonly town?: Maybe<Town>;
  /** Who asks, as the access token says. */
  readonly viewer: Viewer;
};


export type QueryFirmArgs = {
  creditCode: Scalars['ID']['input'];
};


export type QueryFirmsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FirmFilter>;
};


export type QueryIssueArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIssuesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IssueFilter>;
};


export type QueryTownArgs = {
  code: Scalars['ID']['input'];
};

/** 企业 */
export type Firm = {
  /** The unified social credit code (统一社会信用代码), 18 characters. */
  readonly creditCode: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly town: Town;
  /** Section letter of GB/T 4754. */
  readonly industry?: Maybe<Scalars['String']['output']>;
  readonly size?: Maybe<FirmSize>;
  readonly employees?: Maybe<Scalars['Int']['output']>;
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Newest first. */
  readonly issues: IssueConnection;
};


/** 企业 */
export type FirmIssuesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
};

export type FirmSize =
  | 'LARGE'
  | 'MEDIUM'
  | 'SMALL'
  | 'MICRO';

export type FirmFilter = {
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  /** A part of the name, at least two characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

export type FirmConnection = {
  readonly edges: ReadonlyArray<FirmEdge>;
  readonly nodes: ReadonlyArray<Firm>;
  readonly pageInfo: PageInfo;
};

export type FirmEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Firm;
};

export type Mutation = {
  /** 回访: records that the firm was called back; settled strikes the issue off (销项), not settled reopens it. */
  readonly recordCallback: RecordCallbackResult;
  /** 研判: decides domain and urgency. */
  readonly triageIssue: TriageIssueResult;
  /** 派单: sends it to the task forces. */
  readonly dispatchIssue: DispatchIssueResult;
  /** Takes what a firm reports into the register. The same request id, or the same channel and external reference, gives the same report again. */
  readonly submitReport: SubmitReportResult;
  /** Shows who reported, against a reason. Each showing is recorded; a task force is shown those of the issues that it has in hand, unless confidential. */
  readonly revealReporter: RevealReporterResult;
};


export type MutationRecordCallbackArgs = {
  input: RecordCallbackInput;
};


export type MutationTriageIssueArgs = {
  input: TriageIssueInput;
};


export type MutationDispatchIssueArgs = {
  input: DispatchIssueInput;
};


export type MutationSubmitReportArgs = {
  input: SubmitReportInput;
};


export type MutationRevealReporterArgs = {
  input: RevealReporterInput;
};

export type RecordCallbackInput = {
  readonly issueId: Scalars['ID']['input'];
  readonly outcome: CallbackOutcome;
  /** How satisfied the firm is; only when it was reached. */
  readonly satisfaction?: InputMaybe<Satisfaction>;
  /** What it said, at most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

export type RecordCallbackResult = Issue | IssueRejection;

/** 问题: what is worked on; has one or more reports of one firm. */
export type Issue = {
  /** Oldest first. */
  readonly callbacks: ReadonlyArray<Callback>;
  readonly id: Scalars['ID']['output'];
  /** 20200214-0042: the county's day of registration and that day's running number. */
  readonly number: Scalars['String']['output'];
  readonly status: IssueStatus;
  /** 1, and one more for each reopening. */
  readonly round: Scalars['Int']['output'];
  /** The firm, where it is known; else see firmName. */
  readonly firm?: Maybe<Firm>;
  /** The firm as it was named. */
  readonly firmName?: Maybe<Scalars['String']['output']>;
  readonly town?: Maybe<Town>;
  readonly channel: Channel;
  readonly domain?: Maybe<Domain>;
  readonly urgency: Urgency;
  /** 首问负责: who was asked first stays answerable. */
  readonly firstContact: FirstContact;
  readonly registeredAt: Scalars['DateTime']['output'];
  readonly dispatchedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly solvedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly writtenOffAt?: Maybe<Scalars['DateTime']['output']>;
  readonly reports: ReadonlyArray<Report>;
  /** What likeness suggests; null until it was made, within a second of the report. People decide. */
  readonly suggestion?: Maybe<Suggestion>;
};

export type Callback = {
  readonly id: Scalars['ID']['output'];
  readonly round: Scalars['Int']['output'];
  readonly outcome: CallbackOutcome;
  readonly satisfaction?: Maybe<Satisfaction>;
  readonly note?: Maybe<Scalars['String']['output']>;
  readonly calledAt: Scalars['DateTime']['output'];
  readonly calledBy: Scalars['ID']['output'];
};

export type CallbackOutcome =
  | 'SETTLED'
  | 'NOT_SETTLED'
  | 'NOT_REACHED';

/** 非常满意, 满意, 基本满意, 不满意, 非常不满意 */
export type Satisfaction =
  | 'VERY_SATISFIED'
  | 'SATISFIED'
  | 'BASICALLY_SATISFIED'
  | 'DISSATISFIED'
  | 'VERY_DISSATISFIED';

export type TriageIssueInput = {
  readonly issueId: Scalars['ID']['input'];
  readonly domain: Domain;
  readonly urgency?: InputMaybe<Urgency>;
};

export type TriageIssueResult = Issue | IssueRejection;

export type DispatchIssueInput = {
  readonly issueId: Scalars['ID']['input'];
};

export type DispatchIssueResult = Issue | IssueRejection;

export type IssueRejection = {
  readonly code: IssueRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type IssueRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'ISSUE_NOT_FOUND'
  | 'ISSUE_STATUS_FORBIDS_MOVE'
  | 'ISSUE_NOT_TRIAGED'
  | 'ISSUE_HANDLED_BY_CALLER'
  | 'CALLBACK_NOT_REACHED_BUT_RATED';

export type FirstContact = {
  readonly sub: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};

export type IssueStatus =
  | 'REGISTERED'
  | 'ANSWERED'
  | 'REJECTED'
  | 'DISPATCHED'
  | 'IN_PROGRESS'
  | 'SOLVED'
  | 'WRITTEN_OFF'
  | 'REOPENED'
  | 'MERGED';

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

export type IssueFilter = {
  readonly status?: InputMaybe<ReadonlyArray<IssueStatus>>;
  readonly domain?: InputMaybe<Domain>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
};

export type IssueConnection = {
  readonly edges: ReadonlyArray<IssueEdge>;
  readonly nodes: ReadonlyArray<Issue>;
  readonly pageInfo: PageInfo;
};

export type IssueEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Issue;
};

/** 共性问题 */
export type CommonIssue = {
  readonly id: Scalars['ID']['output'];
};

/** 规范性指导意见 */
export type Guidance = {
  readonly id: Scalars['ID']['output'];
};

export type Suggestion = {
  readonly madeAt: Scalars['DateTime']['output'];
  /** Which scorer, in which version. */
  readonly scorer: Scalars['String']['output'];
  readonly domain: Domain;
  readonly urgency: Urgency;
  /** Why this domain and this urgency. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  /** Open issues of the same firm that it may repeat, the likeliest first. */
  readonly duplicates: ReadonlyArray<LikelyDuplicate>;
  readonly commonIssues: ReadonlyArray<LikelyCommonIssue>;
  readonly guidances: ReadonlyArray<LikelyGuidance>;
};

export type LikelyDuplicate = {
  readonly issue: Issue;
  /** 0 to 1. */
  readonly score: Scalars['Float']['output'];
  /** Which texts, which shared terms, what score, by which policy. */
  readonly evidence: ReadonlyArray<Scalars['String']['output']>;
};

export type LikelyCommonIssue = {
  readonly commonIssue: CommonIssue;
  /** 0 to 1. */
  readonly score: Scalars['Float']['output'];
  readonly evidence: ReadonlyArray<Scalars['String']['output']>;
};

export type LikelyGuidance = {
  readonly guidance: Guidance;
  /** 0 to 1. */
  readonly score: Scalars['Float']['output'];
  readonly evidence: ReadonlyArray<Scalars['String']['output']>;
};

export type SubmitReportInput = {
  readonly channel: Channel;
  /** The exact words, 1 to 4,000 characters. */
  readonly text: Scalars['String']['input'];
  readonly firmCreditCode?: InputMaybe<Scalars['ID']['input']>;
  /** As heard; may be wrong. */
  readonly firmName?: InputMaybe<Scalars['String']['input']>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly reporterName?: InputMaybe<Scalars['String']['input']>;
  readonly reporterPhone?: InputMaybe<Scalars['String']['input']>;
  readonly confidential?: InputMaybe<Scalars['Boolean']['input']>;
  /** The channel's own number for it. */
  readonly externalRef?: InputMaybe<Scalars['String']['input']>;
  /** Made by the client, once per submission, so that it can be sent again. */
  readonly requestId?: InputMaybe<Scalars['ID']['input']>;
  /** When the firm said it; now, when not given. */
  readonly receivedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type SubmitReportResult = Report | ReportRejection;

export type ReportRejection = {
  readonly code: ReportRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type ReportRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'REPORT_CREDIT_CODE_INVALID'
  | 'REPORT_RECEIVED_IN_FUTURE'
  | 'REPORT_TOWN_UNKNOWN'
  | 'REPORT_OF_OTHER_FIRM'
  | 'REPORT_CHANNEL_NOT_FOR_FIRM'
  | 'REPORT_NOT_FOUND'
  | 'REPORTER_REASON_TOO_SHORT'
  | 'REPORTER_NOT_GIVEN'
  | 'REPORTER_OF_OTHER_TASK_FORCE'
  | 'REPORTER_CONFIDENTIAL';

/** 反映: one contact through one channel. Never changed after it is taken. */
export type Report = {
  readonly id: Scalars['ID']['output'];
  readonly channel: Channel;
  readonly text: Scalars['String']['output'];
  /** The firm as it was named. */
  readonly firmName?: Maybe<Scalars['String']['output']>;
  readonly externalRef?: Maybe<Scalars['String']['output']>;
  readonly receivedAt: Scalars['DateTime']['output'];
  readonly registeredAt: Scalars['DateTime']['output'];
  /** Masked: 张**, 139****0042; of a confidential one the task forces see only that it is. See revealReporter. */
  readonly reporter?: Maybe<MaskedReporter>;
  readonly issue: Issue;
  /** To whom the reporter was shown, and to whom it was refused; newest first. */
  readonly showings: ReporterShowingConnection;
};


/** 反映: one contact through one channel. Never changed after it is taken. */
export type ReportShowingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type MaskedReporter = {
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly confidential: Scalars['Boolean']['output'];
};

/** 渠道 */
export type Channel =
  | 'HOTLINE'
  | 'LINE_12345'
  | 'LINE_8718'
  | 'ONLINE'
  | 'PUBLIC_OPINION'
  | 'VISIT';

export type RevealReporterInput = {
  readonly reportId: Scalars['ID']['input'];
  /** What it is needed for, 4 to 500 characters. */
  readonly reason: Scalars['String']['input'];
};

export type RevealReporterResult = RevealedReporter | ReportRejection;

export type RevealedReporter = {
  readonly reportId: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly confidential: Scalars['Boolean']['output'];
};

export type ReporterShowing = {
  readonly id: Scalars['ID']['output'];
  readonly sub: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly roles: ReadonlyArray<Role>;
  readonly taskForce?: Maybe<Scalars['ID']['output']>;
  readonly reason: Scalars['String']['output'];
  /** Why nothing was shown; null where it was. */
  readonly refusedAs?: Maybe<ReportRejectionCode>;
  /** Of the request: leads to the lines of the logs. */
  readonly correlationId: Scalars['String']['output'];
  readonly askedAt: Scalars['DateTime']['output'];
};

export type ReporterShowingConnection = {
  readonly edges: ReadonlyArray<ReporterShowingEdge>;
  readonly nodes: ReadonlyArray<ReporterShowing>;
  readonly pageInfo: PageInfo;
};

export type ReporterShowingEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: ReporterShowing;
};

/** 乡镇(街道) */
export type Town = {
  /** The 9-digit statistical code. */
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};

export type Viewer = {
  readonly sub: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly roles: ReadonlyArray<Role>;
  readonly taskForceCode?: Maybe<Scalars['ID']['output']>;
  readonly firm?: Maybe<Firm>;
  readonly town?: Maybe<Town>;
};
