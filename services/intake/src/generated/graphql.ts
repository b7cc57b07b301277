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
  readonly commonIssue?: Maybe<CommonIssue>;
  /** Newest first. */
  readonly commonIssues: CommonIssueConnection;
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


export type QueryCommonIssueArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCommonIssuesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<CommonIssueState>;
  filter?: InputMaybe<CommonIssueFilter>;
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

export type Mutation = {
  /** Proposes a common issue by hand; without issues: from the figures, before anybody reports it (将问题化解在前). */
  readonly proposeCommonIssue: ProposeCommonIssueResult;
  /** What was proposed become its members. */
  readonly confirmCommonIssue: ConfirmCommonIssueResult;
  /** Remembered: it is not proposed again for the same members. */
  readonly declineProposal: DeclineProposalResult;
  /** 派单: one task for all its members. */
  readonly dispatchCommonIssue: DispatchCommonIssueResult;
  /** Of a settled common issue too: the issue then awaits the next batch, or is answered with the guidance at once. */
  readonly linkIssue: LinkIssueResult;
  /** Takes a member out again; one that was in hand gets a task of its own. */
  readonly unlinkIssue: UnlinkIssueResult;
  /** Names what lies behind it. */
  readonly setCause: SetCauseResult;
  /** 会商: records a meeting that decides how a common issue is to be settled. */
  readonly recordDeliberation: RecordDeliberationResult;
  /** 回访: records that the firm was called back; settled strikes the issue off (销项), not settled reopens it. */
  readonly recordCallback: RecordCallbackResult;
  /** 研判: decides domain and urgency. */
  readonly triageIssue: TriageIssueResult;
  /** 派单: sends it to the task forces. */
  readonly dispatchIssue: DispatchIssueResult;
  /** Takes what a firm reports into the register. The same request id, or the same channel and external reference, gives the same report again. */
  readonly submitReport: SubmitReportResult;
};


export type MutationProposeCommonIssueArgs = {
  input: ProposeCommonIssueInput;
};


export type MutationConfirmCommonIssueArgs = {
  input: ConfirmCommonIssueInput;
};


export type MutationDeclineProposalArgs = {
  input: DeclineProposalInput;
};


export type MutationDispatchCommonIssueArgs = {
  input: DispatchCommonIssueInput;
};


export type MutationLinkIssueArgs = {
  input: LinkIssueInput;
};


export type MutationUnlinkIssueArgs = {
  input: UnlinkIssueInput;
};


export type MutationSetCauseArgs = {
  input: SetCauseInput;
};


export type MutationRecordDeliberationArgs = {
  input: RecordDeliberationInput;
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

export type ProposeCommonIssueInput = {
  readonly title: Scalars['String']['input'];
  readonly domain: Domain;
  readonly urgency?: InputMaybe<Urgency>;
  readonly issueIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Where it comes from no report: the figures that show it. */
  readonly evidence?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly cause?: InputMaybe<Scalars['String']['input']>;
  readonly causeIsOwnRule?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ConfirmCommonIssueInput = {
  readonly commonIssueId: Scalars['ID']['input'];
  /** Instead of what was proposed. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  readonly domain?: InputMaybe<Domain>;
  readonly cause?: InputMaybe<Scalars['String']['input']>;
  readonly causeIsOwnRule?: InputMaybe<Scalars['Boolean']['input']>;
  /** Proposed issues that are none of it. */
  readonly without?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

export type DeclineProposalInput = {
  readonly commonIssueId: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
};

export type DispatchCommonIssueInput = {
  readonly commonIssueId: Scalars['ID']['input'];
};

export type LinkIssueInput = {
  readonly commonIssueId: Scalars['ID']['input'];
  readonly issueId: Scalars['ID']['input'];
};

export type UnlinkIssueInput = {
  readonly issueId: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
};

export type SetCauseInput = {
  readonly commonIssueId: Scalars['ID']['input'];
  readonly cause: Scalars['String']['input'];
  /** One of the county's own rules. */
  readonly causeIsOwnRule?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ProposeCommonIssueResult = CommonIssue | CommonIssueRejection;

export type ConfirmCommonIssueResult = CommonIssue | CommonIssueRejection;

export type DeclineProposalResult = CommonIssue | CommonIssueRejection;

export type DispatchCommonIssueResult = CommonIssue | CommonIssueRejection;

export type LinkIssueResult = Issue | CommonIssueRejection;

export type UnlinkIssueResult = Issue | CommonIssueRejection;

export type SetCauseResult = CommonIssue | CommonIssueRejection;

export type CommonIssueRejection = {
  readonly code: CommonIssueRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type CommonIssueRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'COMMON_ISSUE_NOT_FOUND'
  | 'COMMON_ISSUE_STATE_FORBIDS_MOVE'
  | 'COMMON_ISSUE_MEMBER_UNKNOWN'
  | 'DELIBERATION_IN_FUTURE'
  | 'ISSUE_NOT_FOUND'
  | 'ISSUE_STATUS_FORBIDS_MOVE'
  | 'ISSUE_IN_COMMON_ISSUE'
  | 'ISSUE_NOT_IN_COMMON_ISSUE';

/** 共性问题: what many firms' issues have in common; settled once for all. */
export type CommonIssue = {
  readonly id: Scalars['ID']['output'];
  /** 共20200214-0003: the county's day of the proposal and that day's running number. */
  readonly number: Scalars['String']['output'];
  readonly state: CommonIssueState;
  readonly title: Scalars['String']['output'];
  readonly domain: Domain;
  readonly urgency: Urgency;
  readonly origin: CommonIssueOrigin;
  /** Which texts, which shared terms, what score. */
  readonly evidence: ReadonlyArray<Scalars['String']['output']>;
  readonly cause?: Maybe<Scalars['String']['output']>;
  /** The cause is one of the county's own rules. */
  readonly causeIsOwnRule: Scalars['Boolean']['output'];
  readonly proposedAt: Scalars['DateTime']['output'];
  readonly proposedBy: Scalars['ID']['output'];
  readonly confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly confirmedBy?: Maybe<Scalars['ID']['output']>;
  readonly declinedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly declinedBy?: Maybe<Scalars['ID']['output']>;
  readonly declinedBecause?: Maybe<Scalars['String']['output']>;
  readonly dispatchedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its one task was accepted, and its solution proposed. */
  readonly acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly solvedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly settledAt?: Maybe<Scalars['DateTime']['output']>;
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Issues proposed or members; of how many firms; how many of them are answered, solved or written off. */
  readonly memberCount: Scalars['Int']['output'];
  readonly firmCount: Scalars['Int']['output'];
  readonly settledCount: Scalars['Int']['output'];
  /** In the order in which they came. */
  readonly members: CommonIssueMemberConnection;
  /** Members that nothing settles yet; of a settled common issue they came after the batch, or were reopened. */
  readonly membersAwaiting: IssueConnection;
  /** Oldest first. */
  readonly deliberations: ReadonlyArray<Deliberation>;
};


/** 共性问题: what many firms' issues have in common; settled once for all. */
export type CommonIssueMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<ReadonlyArray<CommonIssueMemberState>>;
};


/** 共性问题: what many firms' issues have in common; settled once for all. */
export type CommonIssueMembersAwaitingArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 问题: what is worked on; has one or more reports of one firm. */
export type Issue = {
  readonly commonIssue?: Maybe<CommonIssue>;
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
};

export type CommonIssueState =
  | 'PROPOSED'
  | 'DECLINED'
  | 'CONFIRMED'
  | 'DISPATCHED'
  | 'SETTLED'
  | 'CLOSED';

export type CommonIssueOrigin =
  | 'LIKENESS'
  | 'ANALYST'
  | 'FORESIGHT';

export type CommonIssueMemberState =
  | 'PROPOSED'
  | 'MEMBER'
  | 'DECLINED'
  | 'OUT';

export type CommonIssueFilter = {
  readonly domain?: InputMaybe<Domain>;
  readonly origin?: InputMaybe<CommonIssueOrigin>;
};

export type CommonIssueConnection = {
  readonly edges: ReadonlyArray<CommonIssueEdge>;
  readonly nodes: ReadonlyArray<CommonIssue>;
  readonly pageInfo: PageInfo;
};

export type CommonIssueEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: CommonIssue;
};

export type CommonIssueMemberConnection = {
  readonly edges: ReadonlyArray<CommonIssueMemberEdge>;
  readonly nodes: ReadonlyArray<Issue>;
  readonly pageInfo: PageInfo;
};

export type CommonIssueMemberEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Issue;
  readonly state: CommonIssueMemberState;
  /** 0 to 1; null where a person put it in. */
  readonly score?: Maybe<Scalars['Float']['output']>;
  readonly evidence: ReadonlyArray<Scalars['String']['output']>;
  readonly addedAt: Scalars['DateTime']['output'];
  readonly addedBy: Scalars['ID']['output'];
  /** Why it is not or no longer a member: a code of the rules, or what somebody said. */
  readonly because?: Maybe<Scalars['String']['output']>;
};

export type RecordDeliberationInput = {
  readonly commonIssueId: Scalars['ID']['input'];
  readonly heldAt: Scalars['DateTime']['input'];
  readonly place?: InputMaybe<Scalars['String']['input']>;
  readonly participants: ReadonlyArray<Scalars['String']['input']>;
  readonly conclusion: Scalars['String']['input'];
};

export type RecordDeliberationResult = Deliberation | CommonIssueRejection;

/** 会商: never changed once it is recorded. */
export type Deliberation = {
  readonly id: Scalars['ID']['output'];
  readonly heldAt: Scalars['DateTime']['output'];
  readonly place?: Maybe<Scalars['String']['output']>;
  readonly participants: ReadonlyArray<Scalars['String']['output']>;
  readonly conclusion: Scalars['String']['output'];
  readonly recordedAt: Scalars['DateTime']['output'];
  readonly recordedBy: Scalars['ID']['output'];
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

export type RecordCallbackInput = {
  readonly issueId: Scalars['ID']['input'];
  readonly outcome: CallbackOutcome;
  /** How satisfied the firm is; only when it was reached. */
  readonly satisfaction?: InputMaybe<Satisfaction>;
  /** What it said, at most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

export type RecordCallbackResult = Issue | IssueRejection;

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
  | 'ISSUE_IN_COMMON_ISSUE'
  | 'ISSUE_NOT_IN_COMMON_ISSUE'
  | 'ISSUE_OPTED_OUT'
  | 'ISSUE_NOT_SOLVED_BY_BATCH'
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
  | 'REPORT_CHANNEL_NOT_FOR_FIRM';

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
  /** Masked: 张**, 139****0042. */
  readonly reporter?: Maybe<MaskedReporter>;
  readonly issue: Issue;
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
