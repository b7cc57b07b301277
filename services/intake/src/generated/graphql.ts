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
  readonly batch?: Maybe<Batch>;
  /** Newest first. */
  readonly batches: BatchConnection;
  /** 日结: a day's account; of a day that is not closed yet, as it stands. Null before the register opened, and for days to come. */
  readonly dailyClosure?: Maybe<DailyClosure>;
  /** The frozen days, latest first. */
  readonly dailyClosures: DailyClosureConnection;
  /** Days that could not be closed because their account does not hold, oldest first. */
  readonly dailyClosureAlarms: ReadonlyArray<DailyClosureAlarm>;
  /** Of a task force it shows the members where the common issue is the task force's own. */
  readonly commonIssue?: Maybe<CommonIssue>;
  /** Newest first. */
  readonly commonIssues: CommonIssueConnection;
  /** What the county watches, over at most 366 days; a department with a town reads that town's. One row for each key that anything was counted under. */
  readonly figures: ReadonlyArray<Figures>;
  /** One firm's file (一企一档). A firm sees its own only. */
  readonly firm?: Maybe<Firm>;
  /** The register of firms, by credit code. */
  readonly firms: FirmConnection;
  readonly guidance?: Maybe<Guidance>;
  /** Newest first. With `search`, as one types: in force first, of these where the title says it, of these the newest. */
  readonly guidances: GuidanceConnection;
  /** 回访 work list: who is to be called back, the longest due first. An operator is not shown what they handled; a firm that was not reached comes back later. */
  readonly callbacksDue: IssueConnection;
  /** A firm sees its own only. */
  readonly issue?: Maybe<Issue>;
  /** By the number that everybody quotes: 20200214-0042. */
  readonly issueByNumber?: Maybe<Issue>;
  /** Newest first. */
  readonly issues: IssueConnection;
  /** 挂图作战: the county and its towns at this moment; a department with a town sees that town. Tasks and lights stand with each town. */
  readonly countyOverview: CountyOverview;
  /** The numbers that people may set; what was done by the ones before keeps to them. */
  readonly intakePolicy: IntakePolicy;
  /** How soon and how often a firm is called back, in a version; without a number, in the one in force. */
  readonly callbackPolicy?: Maybe<CallbackPolicy>;
  /** How alike is enough, in a version; without a number, in the one in force. */
  readonly likenessPolicy?: Maybe<LikenessPolicy>;
  /** From which score on a batch takes an issue for a match, in a version; without a number, in the one in force. */
  readonly batchPolicy?: Maybe<BatchPolicy>;
  /** How long what does not stay for good stays, in a version; without a number, in the one in force. */
  readonly retentionPolicy?: Maybe<RetentionPolicy>;
  /** What would go at an instant (now, when not given), what would stay, and why. Nothing is written. Of a later instant: if nothing else happens until then. */
  readonly retentionDryRun: RetentionDryRun;
  /** The county's towns, by code. */
  readonly towns: ReadonlyArray<Town>;
  readonly town?: Maybe<Town>;
  /** 审计: what was done in this service, by whom and from where, newest first. */
  readonly intakeTrail: TrailConnection;
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


export type QueryDailyClosureArgs = {
  day: Scalars['Date']['input'];
};


export type QueryDailyClosuresArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
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


export type QueryFiguresArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  by: FigureDimension;
  filter?: InputMaybe<FigureFilter>;
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


export type QueryCallbacksDueArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CallbackFilter>;
};


export type QueryIssueArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIssueByNumberArgs = {
  number: Scalars['String']['input'];
};


export type QueryIssuesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IssueFilter>;
};


export type QueryCallbackPolicyArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLikenessPolicyArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryBatchPolicyArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRetentionPolicyArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRetentionDryRunArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTownArgs = {
  code: Scalars['ID']['input'];
};


export type QueryIntakeTrailArgs = {
  filter?: InputMaybe<TrailFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** 批量化解, first step: lists every issue of the guidance's common issue, and those named, and does nothing. */
  readonly previewBatch: PreviewBatchResult;
  /** Applies the matches and what is ticked. Run again, it applies only what is missing. A large one goes on by itself: follow `counts`. */
  readonly applyBatch: ApplyBatchResult;
  /** Takes back what this batch did, where it still is what holds. */
  readonly revertBatch: RevertBatchResult;
  /** A contact that became no issue; both are counted. The same request id, or the same channel and external reference, gives the same call again. */
  readonly recordCall: RecordCallResult;
  /** 签发: the commander on duty signs a frozen day, once. */
  readonly signDailyClosure: SignDailyClosureResult;
  /** A correction that came out later; the frozen day stays what it is. */
  readonly addAddendum: AddAddendumResult;
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
  /** Says that data were taken out of the graph into a file, before the file is handed over; the trail tells who, when and from where. */
  readonly recordExport: RecordExportResult;
  /** Enters a firm into the register, or changes what the register says of it. What is left out stays as it is; null says that there is none. Issues that waited for it are matched. */
  readonly registerFirm: RegisterFirmResult;
  /** The same for at most 500 firms at once; each row is judged by itself, and what is sent again changes nothing. */
  readonly importFirms: ImportFirmsResult;
  /** Publishing freezes the version; one of a guidance that there is supersedes the version before it. */
  readonly publishGuidance: PublishGuidanceResult;
  readonly withdrawGuidance: WithdrawGuidanceResult;
  /** 回访: records that the firm was called back; settled strikes the issue off (销项), not settled reopens it. */
  readonly recordCallback: RecordCallbackResult;
  /** Strikes off an issue whose firm could not be reached, after the attempts that the policy asks for. */
  readonly writeOffUnreached: WriteOffUnreachedResult;
  /** 研判: decides domain and urgency. */
  readonly triageIssue: TriageIssueResult;
  /** 派单: sends it to the task forces. */
  readonly dispatchIssue: DispatchIssueResult;
  /** One problem of one firm, registered twice: its reports, callbacks and answers move to the issue that lives on, which is as urgent and as opted out as either. */
  readonly mergeIssue: MergeIssueResult;
  /** Takes a merged issue out again, with what came with it: it is what it was before. */
  readonly unmergeIssue: UnmergeIssueResult;
  /** 即时答复: the firm was told on the spot. It is called back like any other. */
  readonly answerIssue: AnswerIssueResult;
  /** Only with a reason of the list; that it is not our business is none. */
  readonly rejectIssue: RejectIssueResult;
  /** Reopens what was written off or rejected, in a new round. */
  readonly reopenIssue: ReopenIssueResult;
  /** Keeps batches (批量化解) away from an issue, or lets them at it again. */
  readonly setOptOut: SetOptOutResult;
  /** 复核: the issue stands as it was solved, though its guidance has a newer version; else it is called back or reopened. */
  readonly completeReview: CompleteReviewResult;
  /** Says whose issue it is, unless it is merged. `keepAlias` remembers the name as heard: whoever is called so again is known, and other issues under that name are matched too. */
  readonly matchIssueFirm: MatchIssueFirmResult;
  /** Sets a wrong match right: whose the issue is instead, or that nobody knows. What it duplicates, and what it has in common with others, is looked for anew. */
  readonly correctIssueFirm: CorrectIssueFirmResult;
  /** How soon a firm is called back, and how often that is tried. For what is solved or answered from now on; what was solved before keeps to the version of then. */
  readonly setCallbackPolicy: SetCallbackPolicyResult;
  /** How alike is enough, how many firms, how long a window: of all domains, and of those that differ. For issues that are compared from now on. */
  readonly setLikenessPolicy: SetLikenessPolicyResult;
  /** From which score on a batch takes an issue for a match. For previews that are made from now on. */
  readonly setBatchPolicy: SetBatchPolicyResult;
  /** Takes what a firm reports into the register. The same request id, or the same channel and external reference, gives the same report again. */
  readonly submitReport: SubmitReportResult;
  /** Loads a report of the past, in the order of receipt: its issue is registered as of the moment received, under a number of that day. Refused once a day is closed. */
  readonly loadReport: LoadReportResult;
  /** Shows who reported, against a reason. Each showing is recorded; a task force is shown those of the issues that it has in hand, unless confidential. */
  readonly revealReporter: RevealReporterResult;
  /** Sets a new version of how long everything stays. It binds what is carried out from then on; what is gone stays gone. */
  readonly setRetentionPolicy: SetRetentionPolicyResult;
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


export type MutationRecordCallArgs = {
  input: RecordCallInput;
};


export type MutationSignDailyClosureArgs = {
  input: SignDailyClosureInput;
};


export type MutationAddAddendumArgs = {
  input: AddAddendumInput;
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


export type MutationRecordExportArgs = {
  input: RecordExportInput;
};


export type MutationRegisterFirmArgs = {
  input: RegisterFirmInput;
};


export type MutationImportFirmsArgs = {
  input: ImportFirmsInput;
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


export type MutationWriteOffUnreachedArgs = {
  input: WriteOffUnreachedInput;
};


export type MutationTriageIssueArgs = {
  input: TriageIssueInput;
};


export type MutationDispatchIssueArgs = {
  input: DispatchIssueInput;
};


export type MutationMergeIssueArgs = {
  input: MergeIssueInput;
};


export type MutationUnmergeIssueArgs = {
  input: UnmergeIssueInput;
};


export type MutationAnswerIssueArgs = {
  input: AnswerIssueInput;
};


export type MutationRejectIssueArgs = {
  input: RejectIssueInput;
};


export type MutationReopenIssueArgs = {
  input: ReopenIssueInput;
};


export type MutationSetOptOutArgs = {
  input: SetOptOutInput;
};


export type MutationCompleteReviewArgs = {
  input: CompleteReviewInput;
};


export type MutationMatchIssueFirmArgs = {
  input: MatchIssueFirmInput;
};


export type MutationCorrectIssueFirmArgs = {
  input: CorrectIssueFirmInput;
};


export type MutationSetCallbackPolicyArgs = {
  input: SetCallbackPolicyInput;
};


export type MutationSetLikenessPolicyArgs = {
  input: SetLikenessPolicyInput;
};


export type MutationSetBatchPolicyArgs = {
  input: SetBatchPolicyInput;
};


export type MutationSubmitReportArgs = {
  input: SubmitReportInput;
};


export type MutationLoadReportArgs = {
  input: SubmitReportInput;
};


export type MutationRevealReporterArgs = {
  input: RevealReporterInput;
};


export type MutationSetRetentionPolicyArgs = {
  input: SetRetentionPolicyInput;
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
  /** Oldest first. */
  readonly callbacks: ReadonlyArray<Callback>;
  readonly callbackDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of the policy that its present solution is called back by: the one in force when it was solved or answered. */
  readonly callbackPolicyVersion?: Maybe<Scalars['Int']['output']>;
  /** Nobody was reached: not to be tried again before that. */
  readonly callAgainAt?: Maybe<Scalars['DateTime']['output']>;
  /** The vain attempts since its solution. */
  readonly attempts: Scalars['Int']['output'];
  readonly lastAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** Written off without the firm having been reached. */
  readonly unreached: Scalars['Boolean']['output'];
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
  /** When the solution, or the answer on the spot, was given. */
  readonly solvedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly writtenOffAt?: Maybe<Scalars['DateTime']['output']>;
  /** The task force that has its task. */
  readonly taskForce?: Maybe<TaskForce>;
  /** To be looked at again: what it rests on has a newer version or was withdrawn. */
  readonly reviewDue: Scalars['Boolean']['output'];
  readonly reports: ReadonlyArray<Report>;
  /** The issue that it was merged into. */
  readonly mergedInto?: Maybe<Issue>;
  /** The issues that were merged into this one, oldest first. */
  readonly mergedFrom: ReadonlyArray<Issue>;
  /** 即时答复: what the firm was told on the spot in this round; null of a merged issue, as the issue that lives on has it among its answers. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** Every answer on the spot, of earlier rounds and of the issues that were merged into it too, oldest first. */
  readonly answers: ReadonlyArray<IssueAnswer>;
  /** Of a rejected issue. */
  readonly rejectionReason?: Maybe<RejectionReason>;
  /** Why it is in this status: a code where it was rejected, words where it was reopened, taken out again or never reached. */
  readonly statusReason?: Maybe<Scalars['String']['output']>;
  /** What was added to the code. */
  readonly statusNote?: Maybe<Scalars['String']['output']>;
  /** No batch may touch it. */
  readonly optedOut: Scalars['Boolean']['output'];
  /** Its timeline: every change of status, task force or town, oldest first. */
  readonly moves: ReadonlyArray<IssueMove>;
  /** What likeness suggests; null until it was made, within a second of the report. People decide. */
  readonly suggestion?: Maybe<Suggestion>;
  /** The firms that the name as heard may mean, the likeliest first; none once the firm is known. */
  readonly firmCandidates: ReadonlyArray<FirmCandidate>;
  /** The wrong matches that were set right, oldest first. */
  readonly firmCorrections: ReadonlyArray<FirmCorrection>;
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

export type RecordCallInput = {
  readonly channel: Channel;
  readonly purpose: CallPurpose;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  /** What it was about, at most 1,000 characters; no names. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The channel's own number for it. */
  readonly externalRef?: InputMaybe<Scalars['String']['input']>;
  /** Made by the client, once per call, so that it can be sent again. */
  readonly requestId?: InputMaybe<Scalars['ID']['input']>;
};

export type RecordCallResult = Call | CallRejection;

export type CallRejection = {
  readonly code: CallRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type CallRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'CALL_TOWN_UNKNOWN';

/** 来电: a contact that became no issue. */
export type Call = {
  readonly id: Scalars['ID']['output'];
  readonly channel: Channel;
  readonly purpose: CallPurpose;
  readonly takenAt: Scalars['DateTime']['output'];
};

export type CallPurpose =
  /** 咨询 */
  | 'ENQUIRY'
  /** 应由其他部门受理 */
  | 'COMPLAINT_ELSEWHERE'
  /** 打错 */
  | 'WRONG_NUMBER'
  /** 无声 */
  | 'SILENT'
  | 'OTHER';

export type SignDailyClosureInput = {
  readonly day: Scalars['Date']['input'];
  /** At most 2,000 characters. */
  readonly remark?: InputMaybe<Scalars['String']['input']>;
};

export type SignDailyClosureResult = DailyClosure | DailyClosureRejection;

export type AddAddendumInput = {
  readonly day: Scalars['Date']['input'];
  /** At most 4,000 characters. */
  readonly text: Scalars['String']['input'];
};

export type AddAddendumResult = DailyClosure | DailyClosureRejection;

export type DailyClosureRejection = {
  readonly code: DailyClosureRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type DailyClosureRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'DAILY_CLOSURE_NOT_FROZEN'
  | 'DAILY_CLOSURE_SIGNED';

export type DailyClosure = {
  readonly day: Scalars['Date']['output'];
  /** When it was frozen; null while it is not. */
  readonly frozenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Over all: carriedIn + registered + readmitted = writtenOff + merged + rejected + carriedOver. */
  readonly overall: AccountLine;
  /** By task force, town, channel and overall, or one of them. */
  readonly lines: ReadonlyArray<AccountLine>;
  /** Every issue that is carried over, oldest first. */
  readonly carriedOver: CarriedOverConnection;
  /** Oldest first. */
  readonly addenda: ReadonlyArray<Addendum>;
  /** 审计链: in what the audit trail of each service ended with the day. Intake's is frozen with it; the others tell theirs after midnight. */
  readonly trails: ReadonlyArray<ClosureTrail>;
  /** Null until it is signed. */
  readonly signature?: Maybe<ClosureSignature>;
  /** 日结单: an HTML page that stands by itself and prints on A4. */
  readonly printable: Scalars['String']['output'];
};


export type DailyClosureLinesArgs = {
  dimension?: InputMaybe<AccountDimension>;
};


export type DailyClosureCarriedOverArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type AccountDimension =
  | 'OVERALL'
  | 'TASK_FORCE'
  | 'TOWN'
  | 'CHANNEL';

/** carriedIn + registered + readmitted + movedIn = writtenOff + merged + rejected + movedOut + carriedOver */
export type AccountLine = {
  readonly dimension: AccountDimension;
  /** Code of the task force or town, or the channel; null overall, and for issues that have none. */
  readonly key?: Maybe<Scalars['ID']['output']>;
  readonly carriedIn: Scalars['Int']['output'];
  readonly registered: Scalars['Int']['output'];
  readonly readmitted: Scalars['Int']['output'];
  /** Open issues that came from another task force or town. */
  readonly movedIn: Scalars['Int']['output'];
  readonly writtenOff: Scalars['Int']['output'];
  readonly merged: Scalars['Int']['output'];
  readonly rejected: Scalars['Int']['output'];
  readonly movedOut: Scalars['Int']['output'];
  readonly carriedOver: Scalars['Int']['output'];
  /** Reopened after a callback: open all the time, counted beside. */
  readonly reopened: Scalars['Int']['output'];
  /** Contacts: one issue can have several. */
  readonly reports: Scalars['Int']['output'];
  /** Contacts that became no issue. */
  readonly calls: Scalars['Int']['output'];
  readonly callbacks: Scalars['Int']['output'];
  readonly callbacksReached: Scalars['Int']['output'];
  readonly callbacksSettled: Scalars['Int']['output'];
};

export type CarriedOver = {
  readonly issue?: Maybe<Issue>;
  readonly number: Scalars['String']['output'];
  readonly status: IssueStatus;
  readonly reason: CarriedReason;
  readonly town?: Maybe<Town>;
  readonly taskForceCode?: Maybe<Scalars['ID']['output']>;
  readonly channel: Channel;
  readonly registeredAt: Scalars['DateTime']['output'];
};

export type CarriedReason =
  /** 待研判派单 */
  | 'AWAITING_TRIAGE'
  /** 待重新派单 */
  | 'AWAITING_DISPATCH'
  /** 待接单 */
  | 'AWAITING_ACCEPTANCE'
  /** 办理中 */
  | 'IN_PROGRESS'
  /** 待回访 */
  | 'AWAITING_CALLBACK'
  /** 共性问题办理中 */
  | 'COMMON_ISSUE'
  /** 待批量化解: the guidance of its common issue is published, and nothing settles the issue yet. */
  | 'AWAITING_BATCH';

export type Addendum = {
  readonly text: Scalars['String']['output'];
  readonly addedAt: Scalars['DateTime']['output'];
  readonly addedBy: Scalars['ID']['output'];
  readonly addedByName: Scalars['String']['output'];
};

export type ClosureTrail = {
  readonly service: Scalars['String']['output'];
  /** Place of the trail's last entry. */
  readonly link: Scalars['Int']['output'];
  /** SHA-256 over all entries up to it, in hexadecimal digits. */
  readonly hash: Scalars['String']['output'];
  readonly toldAt: Scalars['DateTime']['output'];
};

export type ClosureSignature = {
  readonly signedAt: Scalars['DateTime']['output'];
  readonly signedBy: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly remark?: Maybe<Scalars['String']['output']>;
};

export type DailyClosureAlarm = {
  readonly day: Scalars['Date']['output'];
  /** The lines in which the identity does not hold. */
  readonly violations: ReadonlyArray<AccountViolation>;
  readonly raisedAt: Scalars['DateTime']['output'];
  readonly triedAt: Scalars['DateTime']['output'];
};

export type AccountViolation = {
  readonly dimension: AccountDimension;
  readonly key?: Maybe<Scalars['ID']['output']>;
  /** What came less what went and what is carried over. */
  readonly difference: Scalars['Int']['output'];
};

export type DailyClosureConnection = {
  readonly edges: ReadonlyArray<DailyClosureEdge>;
  readonly nodes: ReadonlyArray<DailyClosure>;
  readonly pageInfo: PageInfo;
};

export type DailyClosureEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: DailyClosure;
};

export type CarriedOverConnection = {
  readonly edges: ReadonlyArray<CarriedOverEdge>;
  readonly nodes: ReadonlyArray<CarriedOver>;
  readonly pageInfo: PageInfo;
};

export type CarriedOverEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: CarriedOver;
};

export type ProposeCommonIssueInput = {
  readonly title: Scalars['String']['input'];
  readonly domain: Domain;
  readonly urgency?: InputMaybe<Urgency>;
  readonly issueIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Where it comes from no report: the figures that show it, one line at least. */
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
  /** One of the county's own rules; null leaves what was said of it. */
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
  /** Of those that were proposed none can become a member: it is declined instead. */
  | 'COMMON_ISSUE_WITHOUT_MEMBERS'
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
  /** How many it has by now, of how many firms; what score, which shared terms; to whoever reads the county's reports, the most alike of their texts. */
  readonly evidence: ReadonlyArray<Scalars['String']['output']>;
  /** How many were alike when it was proposed, of how many firms in what time; null where people proposed it. */
  readonly founding?: Maybe<Scalars['String']['output']>;
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
  /** Members, and issues proposed that can still be; of how many firms, however misheard; how many of them are answered, solved or written off. */
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
  /** Those that are settled and have members that wait for a batch. */
  readonly awaiting?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** What score, which shared terms; to whoever reads the county's reports, its text and the most alike of the others'. */
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

export type RecordExportInput = {
  readonly exported: Exported;
  /** The day of an exported daily closure. */
  readonly day?: InputMaybe<Scalars['Date']['input']>;
  /** How many rows the file holds. */
  readonly rows: Scalars['Int']['input'];
};

export type Exported =
  | 'FIRMS'
  | 'ISSUES'
  | 'INSPECTIONS'
  | 'DAILY_CLOSURE';

export type RecordExportResult = Export | ExportRejection;

export type Export = {
  readonly id: Scalars['ID']['output'];
};

export type ExportRejection = {
  readonly code: ExportRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type ExportRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED';

export type FigureDimension =
  | 'DAY'
  | 'TOWN'
  | 'CHANNEL'
  | 'TASK_FORCE';

export type FigureFilter = {
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly channel?: InputMaybe<Channel>;
  readonly taskForce?: InputMaybe<Scalars['ID']['input']>;
};

export type Figures = {
  /** The day, the channel, or the code of the town or task force; null for issues that have none. */
  readonly key?: Maybe<Scalars['ID']['output']>;
  /** 响应率: tasks accepted within their limit, of those whose limit fell in the period. */
  readonly responseRate: FigureRate;
  /** 按时办结率: solution clocks met by their first deadline, of those whose first deadline fell in the period. */
  readonly onTimeRate: FigureRate;
  /** 解决率: called back and settled, of those reached. */
  readonly resolutionRate: FigureRate;
  /** 满意率: the upper three of five, of those reached. */
  readonly satisfactionRate: FigureRate;
  /** The upper two of five, of those reached. */
  readonly strictSatisfactionRate: FigureRate;
  /** 有效回访率: reached, of the calls attempted. To be shown beside the three rates above. */
  readonly effectiveCallbackRate: FigureRate;
  /** 办结率: written off, of all that were registered until the end of the period, or of the day. */
  readonly closureRate: FigureRate;
  readonly contactToIssueRatio: ContactRatio;
  /** Of what was open at the end of the period, or is open now. */
  readonly backlogAge: BacklogAge;
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

/** Calls are not issues: both are counted. */
export type ContactRatio = {
  readonly contacts: Scalars['Int']['output'];
  readonly issues: Scalars['Int']['output'];
  readonly ratio?: Maybe<Scalars['Float']['output']>;
};

export type BacklogAge = {
  readonly open: Scalars['Int']['output'];
  readonly medianHours?: Maybe<Scalars['Float']['output']>;
  readonly p90Hours?: Maybe<Scalars['Float']['output']>;
  readonly oldestHours?: Maybe<Scalars['Float']['output']>;
};

export type RegisterFirmInput = {
  readonly creditCode: Scalars['ID']['input'];
  readonly name: Scalars['String']['input'];
  readonly townCode: Scalars['ID']['input'];
  /** Section letter of GB/T 4754, A to T. */
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  readonly size?: InputMaybe<FirmSize>;
  readonly employees?: InputMaybe<Scalars['Int']['input']>;
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** Other names it goes by, at most 50; they take the place of those it had. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type RegisterFirmResult = Firm | FirmRejection;

export type FirmRejection = {
  readonly code: FirmRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type FirmRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'FIRM_NOT_FOUND'
  | 'FIRM_CREDIT_CODE_INVALID'
  | 'FIRM_TOWN_UNKNOWN'
  | 'FIRM_ALIASES_TOO_MANY'
  | 'FIRM_ROWS_TOO_MANY';

export type ImportFirmsInput = {
  readonly rows: ReadonlyArray<FirmRowInput>;
};

/** What RegisterFirmInput says, with nothing that would refuse more than its own row. */
export type FirmRowInput = {
  readonly creditCode?: InputMaybe<Scalars['String']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly townCode?: InputMaybe<Scalars['String']['input']>;
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  /** LARGE, MEDIUM, SMALL or MICRO */
  readonly size?: InputMaybe<Scalars['String']['input']>;
  readonly employees?: InputMaybe<Scalars['Int']['input']>;
  readonly address?: InputMaybe<Scalars['String']['input']>;
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type ImportFirmsResult = FirmImport | FirmRejection;

export type FirmImport = {
  /** One for each row, in their order. */
  readonly rows: ReadonlyArray<FirmRowResult>;
};

export type FirmRowResult = {
  readonly outcome: FirmRowOutcome;
  /** Why it was refused. */
  readonly rejection?: Maybe<FirmRejection>;
};

export type FirmRowOutcome =
  | 'REGISTERED'
  | 'CHANGED'
  | 'UNCHANGED'
  | 'REFUSED';

/** 企业 */
export type Firm = {
  /** The unified social credit code (统一社会信用代码), 18 characters. */
  readonly creditCode: Scalars['ID']['output'];
  /** Null, as all but the credit code, of a firm that the register does not know, but another service speaks of. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Null of a firm that the register does not know. */
  readonly town?: Maybe<Town>;
  /** Section letter of GB/T 4754. */
  readonly industry?: Maybe<Scalars['String']['output']>;
  readonly size?: Maybe<FirmSize>;
  readonly employees?: Maybe<Scalars['Int']['output']>;
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Other names it goes by, also as people say or mishear them. Null of a firm that the register does not know. */
  readonly aliases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Who changed it when, and what the register said until then; newest first. Null of a firm that the register does not know. */
  readonly history?: Maybe<FirmChangeConnection>;
  /** Newest first. Null of a firm that the register does not know. */
  readonly issues?: Maybe<IssueConnection>;
};


/** 企业 */
export type FirmHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
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

export type FirmChangeConnection = {
  readonly edges: ReadonlyArray<FirmChangeEdge>;
  readonly nodes: ReadonlyArray<FirmChange>;
  readonly pageInfo: PageInfo;
};

export type FirmChangeEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: FirmChange;
};

export type FirmChange = {
  readonly id: Scalars['ID']['output'];
  readonly changedAt: Scalars['DateTime']['output'];
  readonly changedBy: Scalars['ID']['output'];
  /** Null where the firm was entered into the register. */
  readonly was?: Maybe<FirmFacts>;
};

/** What the register said of a firm. */
export type FirmFacts = {
  readonly name: Scalars['String']['output'];
  readonly townCode: Scalars['ID']['output'];
  readonly industry?: Maybe<Scalars['String']['output']>;
  readonly size?: Maybe<FirmSize>;
  readonly employees?: Maybe<Scalars['Int']['output']>;
  readonly address?: Maybe<Scalars['String']['output']>;
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
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
  | 'GUIDANCE_VERSION_TOO_EARLY'
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
  /** The version that holds today, which is what a firm is told; null where none does: withdrawn, run out, or not begun. */
  readonly inForce?: Maybe<GuidanceVersion>;
  /** Of the newest version, announced or in force, as are text, scope and dates. */
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
  /** The last day before a later version takes effect; before `effectiveFrom` where that one was brought forward and this one never held. */
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

/** What a firm was told on the spot, in one round. */
export type IssueAnswer = {
  /** What it rests on. */
  readonly guidance?: Maybe<Guidance>;
  readonly guidanceVersion?: Maybe<Scalars['Int']['output']>;
  readonly round: Scalars['Int']['output'];
  readonly answer: Scalars['String']['output'];
  readonly at: Scalars['DateTime']['output'];
  /** Null: given before that was kept; the trail has it. */
  readonly by?: Maybe<Scalars['ID']['output']>;
};

export type GuidanceState =
  | 'PUBLISHED'
  | 'WITHDRAWN';

/** Domain and town are those of the version by which it is found. */
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
  /** By which it is found: with `inForceOn` the one that holds then; with `search` the one that holds today, else the newest; else the newest. */
  readonly version: GuidanceVersion;
};

export type CallbackFilter = {
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly domain?: InputMaybe<Domain>;
};

export type WriteOffUnreachedInput = {
  readonly issueId: Scalars['ID']['input'];
  /** 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type WriteOffUnreachedResult = Issue | IssueRejection;

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
  /** What the firm said. */
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
  | 'ISSUE_NOT_TO_BE_REVIEWED'
  | 'ISSUE_NOT_SOLVED_BY_BATCH'
  | 'ISSUE_FIRM_UNKNOWN'
  | 'ISSUE_FIRM_MATCHED'
  | 'ISSUE_HAS_NO_FIRM'
  | 'ISSUE_HAS_MERGED'
  | 'FIRM_ALIASES_TOO_MANY'
  | 'ISSUE_TRIED_TOO_LITTLE'
  | 'ISSUE_MERGED_INTO_ITSELF'
  | 'ISSUE_MERGE_TARGET_CLOSED'
  | 'ISSUE_OF_OTHER_FIRM'
  | 'ISSUE_FIRM_UNMATCHED'
  | 'ISSUE_NAMES_DIFFER'
  | 'GUIDANCE_NOT_FOUND'
  | 'GUIDANCE_DOES_NOT_COVER'
  | 'CALLBACK_NOT_REACHED_BUT_RATED';

export type TaskForce = {
  readonly code: Scalars['ID']['output'];
};

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

/** All of it that is given must hold. */
export type IssueFilter = {
  readonly status?: InputMaybe<ReadonlyArray<IssueStatus>>;
  readonly domain?: InputMaybe<Domain>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly channel?: InputMaybe<Channel>;
  readonly urgency?: InputMaybe<Urgency>;
  /** Credit code of the firm. */
  readonly firm?: InputMaybe<Scalars['ID']['input']>;
  /** Its firm is known to the register; false: it is to be matched, which a merged one is not. */
  readonly firmMatched?: InputMaybe<Scalars['Boolean']['input']>;
  /** Code of the task force. */
  readonly taskForce?: InputMaybe<Scalars['ID']['input']>;
  readonly commonIssueId?: InputMaybe<Scalars['ID']['input']>;
  /** Neither written off nor rejected nor merged. */
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  /** To be called back, and that is overdue. */
  readonly callbackOverdue?: InputMaybe<Scalars['Boolean']['input']>;
  readonly reviewDue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Registered on that day of the county's calendar, or later. */
  readonly registeredFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Registered on that day of the county's calendar, or before. */
  readonly registeredTo?: InputMaybe<Scalars['Date']['input']>;
  /** How the number begins: 20200214 for a day. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
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

export type MergeIssueInput = {
  readonly issueId: Scalars['ID']['input'];
  /** The issue that lives on. */
  readonly intoIssueId: Scalars['ID']['input'];
  /** Says that two names as heard mean one firm. */
  readonly sameFirm?: InputMaybe<Scalars['Boolean']['input']>;
};

export type MergeIssueResult = Issue | IssueRejection;

export type UnmergeIssueInput = {
  readonly issueId: Scalars['ID']['input'];
  /** 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type UnmergeIssueResult = Issue | IssueRejection;

export type AnswerIssueInput = {
  readonly issueId: Scalars['ID']['input'];
  /** What the firm was told, 1 to 4,000 characters. */
  readonly answer: Scalars['String']['input'];
  /** What it is about, where that was not said before. */
  readonly domain?: InputMaybe<Domain>;
  /** The guidance in force that the answer rests on; it must not be known that it does not cover the issue. */
  readonly guidanceId?: InputMaybe<Scalars['ID']['input']>;
};

export type AnswerIssueResult = Issue | IssueRejection;

export type RejectIssueInput = {
  readonly issueId: Scalars['ID']['input'];
  readonly reason: RejectionReason;
  /** At most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

export type RejectIssueResult = Issue | IssueRejection;

export type ReopenIssueInput = {
  readonly issueId: Scalars['ID']['input'];
  /** 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type ReopenIssueResult = Issue | IssueRejection;

export type SetOptOutInput = {
  readonly issueId: Scalars['ID']['input'];
  readonly optedOut: Scalars['Boolean']['input'];
};

export type SetOptOutResult = Issue | IssueRejection;

export type CompleteReviewInput = {
  readonly issueId: Scalars['ID']['input'];
};

export type CompleteReviewResult = Issue | IssueRejection;

/** One change of status, task force or town. */
export type IssueMove = {
  /** Null: it came into the register. */
  readonly from?: Maybe<IssueStatus>;
  readonly to: IssueStatus;
  readonly fromTaskForce?: Maybe<TaskForce>;
  readonly toTaskForce?: Maybe<TaskForce>;
  readonly at: Scalars['DateTime']['output'];
  /** The county's day in whose account it stands; later than that of the moment where that day was closed already. */
  readonly bookedOn: Scalars['Date']['output'];
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** What was added to the code. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

export type RejectionReason =
  | 'NOT_A_PROBLEM'
  | 'NOT_A_FIRM'
  | 'OUTSIDE_COUNTY'
  | 'WITHDRAWN_BY_FIRM'
  | 'INCOMPREHENSIBLE'
  | 'ABUSIVE';

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
  /** What score, by which policy, which shared terms; this issue's text, and that of the common issue's which is most alike to the others. */
  readonly evidence: ReadonlyArray<Scalars['String']['output']>;
};

export type LikelyGuidance = {
  readonly guidance: Guidance;
  /** 0 to 1. */
  readonly score: Scalars['Float']['output'];
  /** The same; the text is the guidance's own, or one of an issue that it settled. */
  readonly evidence: ReadonlyArray<Scalars['String']['output']>;
};

export type MatchIssueFirmInput = {
  readonly issueId: Scalars['ID']['input'];
  readonly creditCode: Scalars['ID']['input'];
  readonly keepAlias?: InputMaybe<Scalars['Boolean']['input']>;
};

export type MatchIssueFirmResult = Issue | IssueRejection;

export type CorrectIssueFirmInput = {
  readonly issueId: Scalars['ID']['input'];
  /** Whose it is; null where nobody knows. */
  readonly creditCode?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type CorrectIssueFirmResult = Issue | IssueRejection;

export type FirmCorrection = {
  readonly was: Firm;
  /** Null: nobody knew. */
  readonly became?: Maybe<Firm>;
  readonly by: Scalars['String']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly reason: Scalars['String']['output'];
};

export type FirmCandidate = {
  readonly firm: Firm;
  /** 0 to 1; from 0.8 on it is safe enough to go by. */
  readonly score: Scalars['Float']['output'];
  readonly evidence: ReadonlyArray<Scalars['String']['output']>;
};

export type CountyOverview = {
  readonly day: Scalars['Date']['output'];
  readonly firms: Scalars['Int']['output'];
  readonly open: Scalars['Int']['output'];
  readonly openByStatus: ReadonlyArray<StatusCount>;
  /** Firms that were to be called back by now. */
  readonly overdueCallbacks: Scalars['Int']['output'];
  readonly registeredToday: Scalars['Int']['output'];
  readonly writtenOffToday: Scalars['Int']['output'];
  /** Contacts: one issue can have several. */
  readonly reportsToday: Scalars['Int']['output'];
  readonly callsToday: Scalars['Int']['output'];
  /** 办结率: written off, of all that were ever registered. */
  readonly registeredSoFar: Scalars['Int']['output'];
  readonly writtenOffSoFar: Scalars['Int']['output'];
  /** By code; last, without a town, what belongs to none that is known. */
  readonly towns: ReadonlyArray<TownOverview>;
};

export type TownOverview = {
  readonly town?: Maybe<Town>;
  readonly firms: Scalars['Int']['output'];
  readonly open: Scalars['Int']['output'];
  readonly openByStatus: ReadonlyArray<StatusCount>;
  readonly overdueCallbacks: Scalars['Int']['output'];
  readonly registeredToday: Scalars['Int']['output'];
  readonly writtenOffToday: Scalars['Int']['output'];
  readonly reportsToday: Scalars['Int']['output'];
  readonly callsToday: Scalars['Int']['output'];
  readonly registeredSoFar: Scalars['Int']['output'];
  readonly writtenOffSoFar: Scalars['Int']['output'];
};

export type StatusCount = {
  readonly status: IssueStatus;
  readonly count: Scalars['Int']['output'];
};

export type SetCallbackPolicyInput = {
  /** The version that this one is meant to follow; refused where another was set meanwhile. Without it, it follows whatever is in force. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** From the solution or answer to the callback, 1 minute to 30 days. */
  readonly withinMinutes: Scalars['Int']['input'];
  /** After how many failed attempts a commander may write off, 1 to 20, … */
  readonly attempts: Scalars['Int']['input'];
  /** … on how many of the county's days; not more than attempts. */
  readonly attemptDays: Scalars['Int']['input'];
  /** How long to wait after the first, the second … attempt; the last holds for all that follow. 1 to 20 values. */
  readonly againAfterMinutes: ReadonlyArray<Scalars['Int']['input']>;
};

export type SetCallbackPolicyResult = IntakePolicy | PolicyRejection;

export type SetLikenessPolicyInput = {
  /** The version that this one is meant to follow; refused where another was set meanwhile. Without it, it follows whatever is in force. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** One without a domain for the rest, and at most one for each domain that differs. */
  readonly lines: ReadonlyArray<LikenessLineInput>;
};

export type LikenessLineInput = {
  readonly domain?: InputMaybe<Domain>;
  /** From which score on two issues are alike, 0 to 1. */
  readonly alike: Scalars['Float']['input'];
  /** From which score on an issue of the same firm is shown as a likely duplicate, 0 to 1. */
  readonly duplicate: Scalars['Float']['input'];
  /** So many different firms make a common issue; at least 2. */
  readonly firms: Scalars['Int']['input'];
  /** Within so many hours of receipt, at most 720. */
  readonly windowHours: Scalars['Int']['input'];
  /** So many days back an issue of the same firm may be a duplicate, at most 365. */
  readonly duplicateDays: Scalars['Int']['input'];
};

export type SetLikenessPolicyResult = IntakePolicy | PolicyRejection;

export type SetBatchPolicyInput = {
  /** The version that this one is meant to follow; refused where another was set meanwhile. Without it, it follows whatever is in force. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Of every domain without a line of its own, 0 to 1. */
  readonly doubtfulBelow: Scalars['Float']['input'];
  /** At most one for each domain that differs. Without the field, the lines in force stay. */
  readonly lines?: InputMaybe<ReadonlyArray<BatchLineInput>>;
};

export type BatchLineInput = {
  readonly domain: Domain;
  /** 0 to 1. */
  readonly doubtfulBelow: Scalars['Float']['input'];
};

export type SetBatchPolicyResult = IntakePolicy | PolicyRejection;

export type PolicyRejection = {
  readonly code: PolicyRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type PolicyRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'POLICY_CHANGED'
  | 'POLICY_DAYS_EXCEED_ATTEMPTS'
  | 'POLICY_LINE_FOR_THE_REST'
  | 'POLICY_DOMAIN_REPEATED';

export type IntakePolicy = {
  readonly callback: CallbackPolicy;
  readonly likeness: ReadonlyArray<LikenessLine>;
  readonly likenessVersion: Scalars['Int']['output'];
  readonly batchVersion: Scalars['Int']['output'];
  /** Of every domain without a line of its own. */
  readonly doubtfulBelow: Scalars['Float']['output'];
  readonly batchLines: ReadonlyArray<BatchLine>;
};

export type CallbackPolicy = {
  readonly version: Scalars['Int']['output'];
  readonly withinMinutes: Scalars['Int']['output'];
  readonly attempts: Scalars['Int']['output'];
  readonly attemptDays: Scalars['Int']['output'];
  readonly againAfterMinutes: ReadonlyArray<Scalars['Int']['output']>;
  readonly setAt: Scalars['DateTime']['output'];
  /** Null: it came with the product, or was set before the author was kept. */
  readonly setBy?: Maybe<Scalars['ID']['output']>;
};

export type LikenessPolicy = {
  readonly version: Scalars['Int']['output'];
  readonly lines: ReadonlyArray<LikenessLine>;
  readonly setAt: Scalars['DateTime']['output'];
  /** Null: it came with the product, or was set before the author was kept. */
  readonly setBy?: Maybe<Scalars['ID']['output']>;
};

export type BatchPolicy = {
  readonly version: Scalars['Int']['output'];
  /** Of every domain without a line of its own. */
  readonly doubtfulBelow: Scalars['Float']['output'];
  readonly lines: ReadonlyArray<BatchLine>;
  readonly setAt: Scalars['DateTime']['output'];
  /** Null: it came with the product, or was set before the author was kept. */
  readonly setBy?: Maybe<Scalars['ID']['output']>;
};

export type BatchLine = {
  readonly domain: Domain;
  /** From which score on a batch takes an issue for a match. */
  readonly doubtfulBelow: Scalars['Float']['output'];
};

export type LikenessLine = {
  /** Null: every domain without a line of its own. */
  readonly domain?: Maybe<Domain>;
  readonly alike: Scalars['Float']['output'];
  readonly duplicate: Scalars['Float']['output'];
  readonly firms: Scalars['Int']['output'];
  readonly windowHours: Scalars['Int']['output'];
  readonly duplicateDays: Scalars['Int']['output'];
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
  /** The open issue about which the firm asks again: the report is added to it, or to the one that it was merged into, and no new one is registered. */
  readonly issueId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Who of the centre or of the liaison officers was asked first, where that is not who hands it in: stays answerable for the
   * issue to its end (首问负责). Not for a firm to say.
   */
  readonly firstContact?: InputMaybe<FirstContactInput>;
};

/** An official, by the account's `sub` and the name that firms know. */
export type FirstContactInput = {
  readonly sub: Scalars['ID']['input'];
  readonly name: Scalars['String']['input'];
};

export type SubmitReportResult = Report | ReportRejection;

export type LoadReportResult = Report | ReportRejection;

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
  | 'REPORT_FIRST_CONTACT_NOT_FOR_FIRM'
  | 'REPORT_ISSUE_UNKNOWN'
  | 'REPORT_ISSUE_OF_OTHER_FIRM'
  | 'REPORT_ISSUE_CLOSED'
  | 'REPORT_RECEIPT_UNKNOWN'
  | 'REPORT_OUT_OF_ORDER'
  | 'REPORT_DAYS_CLOSED'
  | 'REPORT_NOT_FOUND'
  | 'REPORTER_REASON_TOO_SHORT'
  | 'REPORTER_NOT_GIVEN'
  | 'REPORTER_PSEUDONYMISED'
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
  /** 已去标识 once name and number are gone for good. */
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly confidential: Scalars['Boolean']['output'];
  /** Then: which of the issue's reporters it was, counted from 1; the same for each report of the same person. */
  readonly pseudonym?: Maybe<Scalars['Int']['output']>;
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

export type SetRetentionPolicyInput = {
  /** The version that this one is meant to follow; refused where another was set meanwhile. Without it, it follows whatever is in force. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** One for each kind. */
  readonly lines: ReadonlyArray<RetentionLineInput>;
};

export type RetentionLineInput = {
  readonly kind: RetentionKind;
  /** Whole years, months, weeks and days of the county's calendar: P12M. REPORTER_CONTACT at least 28 days, PUBLIC_OPINION_ITEM 1; at most 100 years. */
  readonly after: Scalars['Duration']['input'];
};

export type SetRetentionPolicyResult = RetentionPolicy | RetentionRejection;

export type RetentionRejection = {
  readonly code: RetentionRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type RetentionRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'RETENTION_POLICY_CHANGED'
  | 'RETENTION_KIND_ONCE'
  | 'RETENTION_PERIOD_OUT_OF_RANGE';

/** 保存期限 */
export type RetentionPolicy = {
  readonly version: Scalars['Int']['output'];
  readonly lines: ReadonlyArray<RetentionLine>;
  readonly setAt: Scalars['DateTime']['output'];
  /** Null: it came with the product. */
  readonly setBy?: Maybe<Scalars['ID']['output']>;
};

export type RetentionLine = {
  readonly kind: RetentionKind;
  readonly after: Scalars['Duration']['output'];
};

export type RetentionKind =
  /** 反映人姓名、电话: taken away so long after the issue was written off for the last time; the exact words stay. */
  | 'REPORTER_CONTACT'
  /** 舆情: recorded by recordCall through PUBLIC_OPINION, became no issue; goes so long after it was taken. The figures keep how many there were. */
  | 'PUBLIC_OPINION_ITEM';

export type RetentionDryRun = {
  readonly at: Scalars['DateTime']['output'];
  readonly policyVersion: Scalars['Int']['output'];
  readonly goes: ReadonlyArray<RetentionGoing>;
  readonly stays: ReadonlyArray<RetentionStaying>;
};

export type RetentionGoing = {
  readonly kind: RetentionKind;
  readonly after: Scalars['Duration']['output'];
  /** Of reporters, or of items. */
  readonly count: Scalars['Int']['output'];
  /** The first of them, oldest first: the issues whose reporters they are, or the items. */
  readonly ids: ReadonlyArray<Scalars['ID']['output']>;
};

export type RetentionStaying = {
  readonly what: RetentionHolding;
  readonly because: RetentionReason;
  /** Null where nobody counts them: they stay whatever their number. */
  readonly count?: Maybe<Scalars['Int']['output']>;
};

export type RetentionHolding =
  | 'REPORTER_CONTACT'
  | 'PUBLIC_OPINION_ITEM'
  /** The exact words of reports. */
  | 'REPORT'
  | 'GUIDANCE'
  | 'NOTICE'
  | 'DAILY_CLOSURE';

export type RetentionReason =
  /** Its issue, or the one that this was merged into, is open. */
  | 'ISSUE_OPEN'
  /** Its issue was rejected: it was never written off. */
  | 'ISSUE_REJECTED'
  | 'WITHIN_PERIOD'
  /** The account of the day on which it is counted is not frozen. */
  | 'DAY_NOT_CLOSED'
  | 'FOR_GOOD';

/** 乡镇(街道) */
export type Town = {
  /** The 9-digit statistical code. */
  readonly code: Scalars['ID']['output'];
  /** Null of a code that no town of the county has, which other services may have been told. */
  readonly name?: Maybe<Scalars['String']['output']>;
};

/** Everybody reads of himself only; what one has to do is told by who gives the work. */
export type Viewer = {
  readonly sub: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly roles: ReadonlyArray<Role>;
  readonly taskForceCode?: Maybe<Scalars['ID']['output']>;
  readonly firm?: Maybe<Firm>;
  readonly town?: Maybe<Town>;
};
