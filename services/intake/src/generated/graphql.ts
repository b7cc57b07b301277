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
  readonly batch?: Maybe<Batch>;
  /** Newest first. */
  readonly batches: BatchConnection;
  readonly commonIssue?: Maybe<CommonIssue>;
  /** Newest first. */
  readonly commonIssues: CommonIssueConnection;
  /** One firm's file (一企一档). A firm sees its own only. */
  readonly firm?: Maybe<Firm>;
  /** The register of firms, by credit code. */
  readonly firms: FirmConnection;
  readonly guidance?: Maybe<Guidance>;
  /** Newest first. With `search`, as one types: in force first, of these where the title says it, of these the newest. */
  readonly guidances: GuidanceConnection;
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


export type QueryBatchArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBatchesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BatchFilter>;
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


export type QueryGuidanceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGuidancesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GuidanceFilter>;
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
  /** 批量化解, first step: lists every issue of the guidance's common issue, and those named, and does nothing. */
  readonly previewBatch: PreviewBatchResult;
  /** Applies the matches and what is ticked. Run again, it applies only what is missing. A large one goes on by itself: follow `counts`. */
  readonly applyBatch: ApplyBatchResult;
  /** Takes back what this batch did, where it still is what holds. */
  readonly revertBatch: RevertBatchResult;
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
  /** Publishing freezes the version; one of a guidance that there is supersedes the version before it. */
  readonly publishGuidance: PublishGuidanceResult;
  readonly withdrawGuidance: WithdrawGuidanceResult;
  /** 回访: records that the firm was called back; settled strikes the issue off (销项), not settled reopens it. */
  readonly recordCallback: RecordCallbackResult;
  /** 研判: decides domain and urgency. */
  readonly triageIssue: TriageIssueResult;
  /** 派单: sends it to the task forces. */
  readonly dispatchIssue: DispatchIssueResult;
  /** Takes what a firm reports into the register. The same request id, or the same channel and external reference, gives the same report again. */
  readonly submitReport: SubmitReportResult;
};


export type MutationPreviewBatchArgs = {
  input: PreviewBatchInput;
};


export type MutationApplyBatchArgs = {
  input: ApplyBatchInput;
};


export type MutationRevertBatchArgs = {
  input: RevertBatchInput;
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


export type MutationPublishGuidanceArgs = {
  input: PublishGuidanceInput;
};


export type MutationWithdrawGuidanceArgs = {
  input: WithdrawGuidanceInput;
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

export type PreviewBatchInput = {
  readonly guidanceId: Scalars['ID']['input'];
  /** Besides the members of its common issue. */
  readonly issueIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

export type ApplyBatchInput = {
  readonly batchId: Scalars['ID']['input'];
  /** Doubtful issues that a person ticked. */
  readonly include?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Issues that a person took away. */
  readonly exclude?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

export type RevertBatchInput = {
  readonly batchId: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
};

export type PreviewBatchResult = Batch | BatchRejection;

export type ApplyBatchResult = Batch | BatchRejection;

export type RevertBatchResult = Batch | BatchRejection;

export type BatchRejection = {
  readonly code: BatchRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type BatchRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'BATCH_NOT_FOUND'
  | 'BATCH_STATE_FORBIDS_MOVE'
  | 'BATCH_ITEM_NOT_IN_PREVIEW'
  | 'BATCH_ITEM_EXCLUDED'
  | 'GUIDANCE_NOT_FOUND'
  | 'GUIDANCE_WITHDRAWN'
  | 'GUIDANCE_SUPERSEDED'
  | 'GUIDANCE_NOT_YET_IN_FORCE'
  | 'ISSUE_NOT_FOUND';

/** 批量化解: one guidance applied to many issues, with a line for each. */
export type Batch = {
  readonly id: Scalars['ID']['output'];
  readonly state: BatchState;
  readonly guidance: Guidance;
  /** The version that is applied; with another there is another preview. */
  readonly guidanceVersion: Scalars['Int']['output'];
  readonly commonIssue?: Maybe<CommonIssue>;
  /** The policy by which it was judged. */
  readonly policyVersion: Scalars['Int']['output'];
  readonly previewedAt: Scalars['DateTime']['output'];
  readonly previewedBy: Scalars['ID']['output'];
  /** Who first confirmed it; each line says who confirmed it. */
  readonly confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly confirmedBy?: Maybe<Scalars['ID']['output']>;
  /** When nothing was left to apply. */
  readonly appliedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly revertedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly revertedBy?: Maybe<Scalars['ID']['output']>;
  readonly revertedBecause?: Maybe<Scalars['String']['output']>;
  readonly counts: BatchCounts;
  /** In the order of the preview. */
  readonly items: BatchItemConnection;
};


/** 批量化解: one guidance applied to many issues, with a line for each. */
export type BatchItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BatchItemFilter>;
};

export type BatchCounts = {
  readonly match: Scalars['Int']['output'];
  readonly doubtful: Scalars['Int']['output'];
  readonly excluded: Scalars['Int']['output'];
  /** In hand: still to be applied, or to be taken back. */
  readonly pending: Scalars['Int']['output'];
  readonly applied: Scalars['Int']['output'];
  readonly skipped: Scalars['Int']['output'];
  readonly failed: Scalars['Int']['output'];
  readonly reverted: Scalars['Int']['output'];
};

export type BatchItem = {
  readonly issue: Issue;
  /** Named by the analyst, member or not. */
  readonly byHand: Scalars['Boolean']['output'];
  readonly verdict: BatchVerdict;
  /** Why it is doubtful or excluded: code and sentence. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly sentence?: Maybe<Scalars['String']['output']>;
  /** Null: not chosen. */
  readonly outcome?: Maybe<BatchOutcome>;
  /** Why it was skipped or failed: code and sentence. */
  readonly outcomeReason?: Maybe<Scalars['String']['output']>;
  readonly outcomeSentence?: Maybe<Scalars['String']['output']>;
  readonly outcomeAt?: Maybe<Scalars['DateTime']['output']>;
  readonly confirmedBy?: Maybe<Scalars['ID']['output']>;
  readonly revertOutcome?: Maybe<BatchRevertOutcome>;
  readonly revertReason?: Maybe<Scalars['String']['output']>;
  readonly revertSentence?: Maybe<Scalars['String']['output']>;
  readonly revertedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** 问题: what is worked on; has one or more reports of one firm. */
export type Issue = {
  /** That gave its present solution. */
  readonly batch?: Maybe<Batch>;
  readonly commonIssue?: Maybe<CommonIssue>;
  /** What its present solution or answer rests on. */
  readonly guidance?: Maybe<Guidance>;
  readonly guidanceVersion?: Maybe<Scalars['Int']['output']>;
  /** Its guidance has a newer version or was withdrawn since. */
  readonly reviewDue: Scalars['Boolean']['output'];
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

export type BatchState =
  | 'PREVIEWED'
  | 'APPLYING'
  | 'APPLIED'
  | 'REVERTING'
  | 'REVERTED';

export type BatchVerdict =
  | 'MATCH'
  | 'DOUBTFUL'
  | 'EXCLUDED';

export type BatchOutcome =
  | 'PENDING'
  | 'APPLIED'
  | 'SKIPPED'
  | 'FAILED';

export type BatchRevertOutcome =
  | 'PENDING'
  | 'REVERTED'
  | 'SKIPPED'
  | 'FAILED';

export type BatchFilter = {
  readonly guidanceId?: InputMaybe<Scalars['ID']['input']>;
  readonly state?: InputMaybe<BatchState>;
};

export type BatchItemFilter = {
  readonly verdict?: InputMaybe<BatchVerdict>;
  readonly outcome?: InputMaybe<BatchOutcome>;
  readonly revertOutcome?: InputMaybe<BatchRevertOutcome>;
};

export type BatchConnection = {
  readonly edges: ReadonlyArray<BatchEdge>;
  readonly nodes: ReadonlyArray<Batch>;
  readonly pageInfo: PageInfo;
};

export type BatchEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Batch;
};

export type BatchItemConnection = {
  readonly edges: ReadonlyArray<BatchItemEdge>;
  readonly nodes: ReadonlyArray<BatchItem>;
  readonly pageInfo: PageInfo;
};

export type BatchItemEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: BatchItem;
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
  readonly guidance?: Maybe<Guidance>;
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

export type PublishGuidanceInput = {
  /** Of which this is the next version; none: a new guidance. */
  readonly guidanceId?: InputMaybe<Scalars['ID']['input']>;
  /** The common issue that it settles. */
  readonly commonIssueId?: InputMaybe<Scalars['ID']['input']>;
  readonly title: Scalars['String']['input'];
  /** Markdown, at most 20,000 characters. */
  readonly text: Scalars['String']['input'];
  readonly domain: Domain;
  /** What it covers; empty is all. */
  readonly townCodes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Section letters of GB/T 4754. */
  readonly industries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly sizes?: InputMaybe<ReadonlyArray<FirmSize>>;
  readonly effectiveFrom: Scalars['Date']['input'];
  /** The last day. */
  readonly effectiveTo?: InputMaybe<Scalars['Date']['input']>;
  /** Code of the task force that wrote it. */
  readonly taskForce?: InputMaybe<Scalars['String']['input']>;
};

export type WithdrawGuidanceInput = {
  readonly guidanceId: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
};

export type PublishGuidanceResult = Guidance | GuidanceRejection;

export type WithdrawGuidanceResult = Guidance | GuidanceRejection;

export type GuidanceRejection = {
  readonly code: GuidanceRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type GuidanceRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'GUIDANCE_NOT_FOUND'
  | 'GUIDANCE_WITHDRAWN'
  | 'GUIDANCE_DATES_REVERSED'
  | 'GUIDANCE_TOWN_UNKNOWN'
  | 'GUIDANCE_OF_OTHER_COMMON_ISSUE'
  | 'COMMON_ISSUE_NOT_FOUND'
  | 'COMMON_ISSUE_STATE_FORBIDS_MOVE';

/** 规范性指导意见: the published, versioned settlement of a common issue. */
export type Guidance = {
  readonly id: Scalars['ID']['output'];
  readonly state: GuidanceState;
  readonly domain: Domain;
  readonly currentVersion: Scalars['Int']['output'];
  /** Of the newest version, as are text, scope and dates. */
  readonly title: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  readonly townCodes: ReadonlyArray<Scalars['ID']['output']>;
  readonly industries: ReadonlyArray<Scalars['String']['output']>;
  readonly sizes: ReadonlyArray<FirmSize>;
  readonly effectiveFrom: Scalars['Date']['output'];
  readonly effectiveTo?: Maybe<Scalars['Date']['output']>;
  readonly taskForce?: Maybe<Scalars['String']['output']>;
  readonly publishedAt: Scalars['DateTime']['output'];
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  readonly withdrawnBecause?: Maybe<Scalars['String']['output']>;
  readonly commonIssue?: Maybe<CommonIssue>;
  /** Newest first. */
  readonly versions: ReadonlyArray<GuidanceVersion>;
  readonly score: GuidanceScore;
  /** Issues that an old version solved and that are not written off: to be looked at again. None is reopened by itself. */
  readonly issuesToReview: IssueConnection;
};


/** 规范性指导意见: the published, versioned settlement of a common issue. */
export type GuidanceIssuesToReviewArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Frozen when it is published. */
export type GuidanceVersion = {
  readonly number: Scalars['Int']['output'];
  readonly title: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  readonly domain: Domain;
  readonly townCodes: ReadonlyArray<Scalars['ID']['output']>;
  readonly industries: ReadonlyArray<Scalars['String']['output']>;
  readonly sizes: ReadonlyArray<FirmSize>;
  readonly effectiveFrom: Scalars['Date']['output'];
  readonly effectiveTo?: Maybe<Scalars['Date']['output']>;
  readonly taskForce?: Maybe<Scalars['String']['output']>;
  readonly publishedAt: Scalars['DateTime']['output'];
  readonly publishedBy: Scalars['ID']['output'];
  /** The last day before the next version takes effect. */
  readonly supersededOn?: Maybe<Scalars['Date']['output']>;
};

/** How often it was used, on the spot or by batch, and what the firms said when they were called back. */
export type GuidanceScore = {
  readonly used: Scalars['Int']['output'];
  /** Called back and reached. */
  readonly called: Scalars['Int']['output'];
  readonly settled: Scalars['Int']['output'];
  /** settled ÷ called; null while nobody was reached. */
  readonly settledRate?: Maybe<Scalars['Float']['output']>;
};

export type GuidanceState =
  | 'PUBLISHED'
  | 'WITHDRAWN';

export type GuidanceFilter = {
  readonly domain?: InputMaybe<Domain>;
  /** That it covers. */
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly inForceOn?: InputMaybe<Scalars['Date']['input']>;
  readonly state?: InputMaybe<GuidanceState>;
};

export type GuidanceConnection = {
  readonly edges: ReadonlyArray<GuidanceEdge>;
  readonly nodes: ReadonlyArray<Guidance>;
  readonly pageInfo: PageInfo;
};

export type GuidanceEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Guidance;
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
