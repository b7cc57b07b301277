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
  /** A firm sees its own only. */
  readonly acceptance?: Maybe<Acceptance>;
  /** Newest first; those with status OPEN wait for an inspection on site and a decision. A firm sees its own only. */
  readonly acceptances: AcceptanceConnection;
  /** A firm sees its own only. */
  readonly appeal?: Maybe<Appeal>;
  /** Newest first; those with status LODGED wait for a decision. A firm sees its own only. */
  readonly appeals: AppealConnection;
  /** What the county watches of inspections, over at most 366 days; a department with a town reads that town's. */
  readonly inspectionFigures: InspectionFigures;
  /** A firm sees its own only. */
  readonly inspection?: Maybe<Inspection>;
  /** Newest first, by the time performed. A firm sees its own only. */
  readonly inspections: InspectionConnection;
  /** 检查员名录, by subject; at most 2,000. */
  readonly inspectors: ReadonlyArray<Inspector>;
  /** A firm sees its own only. */
  readonly interview?: Maybe<Interview>;
  /** Newest first; those with status MISSED are for the commander. A firm sees its own only. */
  readonly interviews: InterviewConnection;
  /** The firms that have a light, by since when they have its colour, newest first: those with colour RED are the list of the red. Who waits for a first acceptance is not in it, as on the map; a department of a town sees its own. */
  readonly lights: LightConnection;
  /** A firm sees its own only. */
  readonly rectificationOrder?: Maybe<RectificationOrder>;
  /** Newest first; those with status OVERDUE are the list of the overdue. A firm sees its own only. */
  readonly rectificationOrders: RectificationOrderConnection;
  /** What daily plans are drawn by, in a version; without a number, in the one in force. */
  readonly planPolicy?: Maybe<PlanPolicy>;
  /** The plan of a day; null while none was made. */
  readonly inspectionPlan?: Maybe<InspectionPlan>;
  /** An inspector's own list of a day, today when not given; with what his team visited before a change of the plan took it apart. */
  readonly myVisits: ReadonlyArray<PlanVisit>;
  /** The time limits of due process in a version; without a number, in the one in force. */
  readonly processPolicy?: Maybe<ProcessPolicy>;
  /** 自主管理制度: by version; else the one in force on a day, by default today. */
  readonly rulebook?: Maybe<Rulebook>;
  /** A firm sees its own only. */
  readonly shutdownOrder?: Maybe<ShutdownOrder>;
  /** Newest first; those with status DRAFTED wait for a decision. A firm sees its own only. */
  readonly shutdownOrders: ShutdownOrderConnection;
  /** 审计: what was done in this service, by whom and from where, newest first. */
  readonly inspectionTrail: TrailConnection;
};


export type QueryAcceptanceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAcceptancesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AcceptanceFilter>;
};


export type QueryAppealArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAppealsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppealFilter>;
};


export type QueryInspectionFiguresArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  townCode?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryInspectionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInspectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InspectionFilter>;
};


export type QueryInspectorsArgs = {
  townCode?: InputMaybe<Scalars['ID']['input']>;
  active?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryInterviewArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInterviewsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InterviewFilter>;
};


export type QueryLightsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LightFilter>;
};


export type QueryRectificationOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRectificationOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RectificationOrderFilter>;
};


export type QueryPlanPolicyArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInspectionPlanArgs = {
  day: Scalars['Date']['input'];
};


export type QueryMyVisitsArgs = {
  day?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryProcessPolicyArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRulebookArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryShutdownOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryShutdownOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ShutdownOrderFilter>;
};


export type QueryInspectionTrailArgs = {
  filter?: InputMaybe<TrailFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 企业 */
export type Firm = {
  /** Newest first. */
  readonly acceptances: AcceptanceConnection;
  /** Newest first. */
  readonly appeals: AppealConnection;
  readonly creditCode: Scalars['ID']['output'];
  /** Since when it is inspected; null when it is not. */
  readonly enrolledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Only until its acceptance (复工验收) at first resumption is decided; null when it is not enrolled. */
  readonly enrolledProvisionally?: Maybe<Scalars['Boolean']['output']>;
  /** Newest first, by the time performed. */
  readonly inspections: InspectionConnection;
  /** Newest first. */
  readonly interviews: InterviewConnection;
  /** Null for a firm that was never inspected, or of a town that the viewer may not see. Colour and since hang at the gate. */
  readonly light?: Maybe<Light>;
  /** How the light came about, newest first: what each inspection that counts and each step meant for it. */
  readonly lightHistory: LightEntryConnection;
  /** Newest first. */
  readonly orders: RectificationOrderConnection;
  /** Newest first. */
  readonly shutdownOrders: ShutdownOrderConnection;
};


/** 企业 */
export type FirmAcceptancesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** 企业 */
export type FirmAppealsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** 企业 */
export type FirmInspectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** 企业 */
export type FirmInterviewsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** 企业 */
export type FirmLightHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** 企业 */
export type FirmOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** 企业 */
export type FirmShutdownOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** 复工验收: by the firm, or by an analyst on its behalf. One at a time for a firm. */
  readonly applyForAcceptance: ApplyForAcceptanceResult;
  /** By somebody who inspected the firm at no time since the application; approved with all rules met on site. */
  readonly decideAcceptance: DecideAcceptanceResult;
  /** 申诉: by the firm that was inspected, within 7 days of the receipt of the result; once for each inspection. */
  readonly appealInspection: AppealInspectionResult;
  /** By somebody who neither lodged it nor made the inspection; upheld, the inspection is void and all that followed from it is corrected. */
  readonly decideAppeal: DecideAppealResult;
  /** 签收: the addressee has the document, or the inspector served it. The first receipt stays, until its final text is issued: an order whose date is set anew, a draft that is signed or refused, an application or appeal that is decided, is acknowledged anew. */
  readonly acknowledgeDocument: AcknowledgeDocumentResult;
  /** Puts a firm on the list of those that are inspected. A firm that is enrolled keeps its first enrolment; another town than was known is corrected. A firm that awaits its acceptance goes on doing so. */
  readonly enrolFirm: EnrolFirmResult;
  /** 抽查: takes a result into the firm's history. Delivered again under the same id, it gives the same inspection. */
  readonly submitInspection: SubmitInspectionResult;
  /** Up to 500 at once, as a device that was offline delivers them, and 8 MiB of request: one result each, in their order. */
  readonly submitInspections: SubmitInspectionsResult;
  /** Puts somebody on the list of inspectors, or changes the entry. */
  readonly registerInspector: RegisterInspectorResult;
  /** 回避: from now on the inspector is not sent to that firm. An inspector declares for himself; ADMIN and COMMANDER for anybody. */
  readonly declareConflict: DeclareConflictResult;
  /** Takes back an interest that was declared by mistake: from now on the inspector may be sent to that firm again. An inspector takes back what he declared himself; ADMIN and COMMANDER anything. It stays on file. */
  readonly withdrawConflict: WithdrawConflictResult;
  /** 约谈: records that it was held, with what was said; also after its time limit. */
  readonly holdInterview: HoldInterviewResult;
  /** Gives an order that is open a date of its own in the place of the usual one: until the end of that county day, at most so long after its issue as the policy said then (30 days). The day of its issue means at once (立即整改). */
  readonly setOrderDate: SetOrderDateResult;
  /** Sets a new version of what daily plans are drawn by. It binds the plans that are made from then on, and no other. */
  readonly setPlanPolicy: SetPlanPolicyResult;
  /** 双随机: draws the plan of a day, of today or one of the next 31: red and yellow firms, and of the others a share by weighted draw; inspectors by draw. */
  readonly makeInspectionPlan: MakeInspectionPlanResult;
  /** Somebody fell out, declared an interest, or firms turned red or yellow since: these are visited too; what is done stays, the other visits that the team cannot make any more are drawn again. */
  readonly replanInspections: ReplanInspectionsResult;
  /** Sets a new version of all time limits of due process. It binds what is issued from then on, and nothing else. */
  readonly setProcessPolicy: SetProcessPolicyResult;
  /** Publishes the next version: in force from tomorrow at the earliest and 366 days ahead at the latest, and later than every version that stands. */
  readonly publishRulebook: PublishRulebookResult;
  /** Takes back a version that is not in force yet. It stays on file, and its number is not given again. */
  readonly withdrawRulebook: WithdrawRulebookResult;
  /** 陈述申辩: by the firm itself, as often as it likes, and once taken down by who heard it. Before defenceDueAt has passed nothing is signed without the firm's own. */
  readonly stateDefence: StateDefenceResult;
  /** 签发: puts a draft in force, once the firm itself spoke or its time to state a defence has passed. */
  readonly signShutdownOrder: SignShutdownOrderResult;
  /** Does not shut the firm: it stays red, and a new interview is due. */
  readonly refuseShutdownOrder: RefuseShutdownOrderResult;
};


export type MutationApplyForAcceptanceArgs = {
  input: ApplyForAcceptanceInput;
};


export type MutationDecideAcceptanceArgs = {
  input: DecideAcceptanceInput;
};


export type MutationAppealInspectionArgs = {
  input: AppealInspectionInput;
};


export type MutationDecideAppealArgs = {
  input: DecideAppealInput;
};


export type MutationAcknowledgeDocumentArgs = {
  input: AcknowledgeDocumentInput;
};


export type MutationEnrolFirmArgs = {
  input: EnrolFirmInput;
};


export type MutationSubmitInspectionArgs = {
  input: SubmitInspectionInput;
};


export type MutationSubmitInspectionsArgs = {
  input: SubmitInspectionsInput;
};


export type MutationRegisterInspectorArgs = {
  input: RegisterInspectorInput;
};


export type MutationDeclareConflictArgs = {
  input: DeclareConflictInput;
};


export type MutationWithdrawConflictArgs = {
  input: WithdrawConflictInput;
};


export type MutationHoldInterviewArgs = {
  input: HoldInterviewInput;
};


export type MutationSetOrderDateArgs = {
  input: SetOrderDateInput;
};


export type MutationSetPlanPolicyArgs = {
  input: SetPlanPolicyInput;
};


export type MutationMakeInspectionPlanArgs = {
  input: MakeInspectionPlanInput;
};


export type MutationReplanInspectionsArgs = {
  input: ReplanInspectionsInput;
};


export type MutationSetProcessPolicyArgs = {
  input: SetProcessPolicyInput;
};


export type MutationPublishRulebookArgs = {
  input: PublishRulebookInput;
};


export type MutationWithdrawRulebookArgs = {
  input: WithdrawRulebookInput;
};


export type MutationStateDefenceArgs = {
  input: StateDefenceInput;
};


export type MutationSignShutdownOrderArgs = {
  input: SignShutdownOrderInput;
};


export type MutationRefuseShutdownOrderArgs = {
  input: RefuseShutdownOrderInput;
};

export type ApplyForAcceptanceInput = {
  readonly creditCode: Scalars['ID']['input'];
  readonly kind: AcceptanceKind;
  /** At first resumption: where the firm is, if the register of firms does not say; the 9-digit statistical code. */
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
};

export type AcceptanceKind =
  /** Lifts a shutdown. */
  | 'RESUMPTION'
  /** Enrols a firm at its first resumption. */
  | 'FIRST';

export type ApplyForAcceptanceResult = Acceptance | AcceptanceRejection;

export type DecideAcceptanceInput = {
  readonly id: Scalars['ID']['input'];
  readonly approved: Scalars['Boolean']['input'];
  /** The inspection on site, performed after the application; needed to approve, and then the firm's last one. */
  readonly inspectionId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 2,000 characters; needed to refuse. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type DecideAcceptanceResult = Acceptance | AcceptanceRejection;

export type AcceptanceRejection = {
  readonly code: AcceptanceRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type AcceptanceRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'ACCEPTANCE_NOT_FOUND'
  | 'ACCEPTANCE_CREDIT_CODE_INVALID'
  | 'ACCEPTANCE_OF_OTHER_FIRM'
  | 'ACCEPTANCE_OPEN'
  | 'ACCEPTANCE_FIRM_ENROLLED'
  | 'ACCEPTANCE_NOT_SHUT_DOWN'
  | 'ACCEPTANCE_NOT_OPEN'
  | 'ACCEPTANCE_APPLIED_BY_CALLER'
  | 'ACCEPTANCE_INSPECTION_NOT_FOUND'
  | 'ACCEPTANCE_INSPECTION_VOIDED'
  | 'ACCEPTANCE_INSPECTION_TOO_EARLY'
  | 'ACCEPTANCE_INSPECTION_NOT_LAST'
  | 'ACCEPTANCE_INSPECTED_BY_CALLER'
  | 'ACCEPTANCE_RULES_NOT_MET';

/** 复工验收 */
export type Acceptance = {
  readonly id: Scalars['ID']['output'];
  readonly number: Scalars['String']['output'];
  readonly firm: Firm;
  readonly kind: AcceptanceKind;
  readonly status: AcceptanceStatus;
  /** When it was applied for. */
  readonly issuedAt: Scalars['DateTime']['output'];
  readonly appliedBy?: Maybe<Scalars['ID']['output']>;
  /** What it is to lift; null at first resumption. */
  readonly shutdownOrder?: Maybe<ShutdownOrder>;
  /** The one on site that the decision rests on. */
  readonly inspection?: Maybe<Inspection>;
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly decidedBy?: Maybe<Scalars['ID']['output']>;
  readonly decidedByName?: Maybe<Scalars['String']['output']>;
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the inspection that the approval rests on was voided on appeal. */
  readonly lapsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** 送达回证 */
  readonly receipt: DocumentReceipt;
  /** An HTML page that stands by itself and prints on A4. */
  readonly printable: Scalars['String']['output'];
};

export type AcceptanceStatus =
  | 'OPEN'
  /** Stays when the shutdown order that it lifted is withdrawn since; its page says so then. */
  | 'APPROVED'
  | 'REFUSED'
  /** There is nothing to lift any more. */
  | 'WITHDRAWN'
  /** It was approved, and the inspection on site that it rests on was voided since: the firm is where it was before, and applies anew. */
  | 'LAPSED';

export type AcceptanceFilter = {
  readonly creditCode?: InputMaybe<Scalars['ID']['input']>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly status?: InputMaybe<AcceptanceStatus>;
};

export type AcceptanceConnection = {
  readonly edges: ReadonlyArray<AcceptanceEdge>;
  readonly nodes: ReadonlyArray<Acceptance>;
  readonly pageInfo: PageInfo;
};

export type AcceptanceEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Acceptance;
};

/** 抽查: one check of one firm against the rulebook in force when it was performed. */
export type Inspection = {
  /** Until when the firm may appeal the result, by the time limit that was in force when it was delivered, the very instant included. Null where it cannot: its time is up, it is void, or it was appealed already. */
  readonly appealableUntil?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly firm: Firm;
  readonly performedAt: Scalars['DateTime']['output'];
  /** When it was delivered; possibly hours after it was performed. */
  readonly receivedAt: Scalars['DateTime']['output'];
  readonly rulebookVersion: Scalars['Int']['output'];
  /** Every rule met, or not more than the rulebook bears not applicable. */
  readonly passed: Scalars['Boolean']['output'];
  /** When an appeal took it out of the firm's history; null while it counts. */
  readonly voidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** In the rulebook's order. */
  readonly results: ReadonlyArray<RuleAnswer>;
  /** The subjects of their identities; who delivered it comes first. */
  readonly inspectors: ReadonlyArray<Scalars['ID']['output']>;
  readonly position?: Maybe<Position>;
  /** Strokes of points [x, y]. */
  readonly signature?: Maybe<ReadonlyArray<ReadonlyArray<ReadonlyArray<Scalars['Float']['output']>>>>;
  readonly photos: ReadonlyArray<Evidence>;
  /** The plan that asked for it; null: it was not planned, whatever the device believed. */
  readonly planId?: Maybe<Scalars['ID']['output']>;
  /** The present light of the firm; null where it is of a town that the viewer may not see. */
  readonly light?: Maybe<Light>;
};

export type AppealInspectionInput = {
  readonly inspectionId: Scalars['ID']['input'];
  /** At most 10,000 characters. */
  readonly grounds: Scalars['String']['input'];
};

export type AppealInspectionResult = Appeal | AppealRejection;

export type DecideAppealInput = {
  readonly id: Scalars['ID']['input'];
  readonly upheld: Scalars['Boolean']['input'];
  /** At most 10,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type DecideAppealResult = Appeal | AppealRejection;

export type AppealRejection = {
  readonly code: AppealRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type AppealRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'APPEAL_NOT_FOUND'
  | 'APPEAL_INSPECTION_NOT_FOUND'
  | 'APPEAL_INSPECTION_VOIDED'
  | 'APPEAL_TOO_LATE'
  | 'APPEAL_REPEATED'
  | 'APPEAL_DECIDED'
  | 'APPEAL_LODGED_BY_CALLER'
  | 'APPEAL_INSPECTED_BY_CALLER';

/** 申诉: a firm's objection to the result of an inspection. */
export type Appeal = {
  readonly id: Scalars['ID']['output'];
  readonly number: Scalars['String']['output'];
  readonly firm: Firm;
  readonly inspection?: Maybe<Inspection>;
  readonly status: AppealStatus;
  /** When it was lodged. */
  readonly issuedAt: Scalars['DateTime']['output'];
  readonly grounds?: Maybe<Scalars['String']['output']>;
  readonly lodgedBy?: Maybe<Scalars['ID']['output']>;
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly decidedBy?: Maybe<Scalars['ID']['output']>;
  readonly decidedByName?: Maybe<Scalars['String']['output']>;
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** 送达回证 */
  readonly receipt: DocumentReceipt;
  /** An HTML page that stands by itself and prints on A4; with the grounds. */
  readonly printable: Scalars['String']['output'];
};

export type AppealStatus =
  | 'LODGED'
  | 'UPHELD'
  | 'DISMISSED';

export type AppealFilter = {
  readonly creditCode?: InputMaybe<Scalars['ID']['input']>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly status?: InputMaybe<AppealStatus>;
};

export type AppealConnection = {
  readonly edges: ReadonlyArray<AppealEdge>;
  readonly nodes: ReadonlyArray<Appeal>;
  readonly pageInfo: PageInfo;
};

export type AppealEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Appeal;
};

export type AcknowledgeDocumentInput = {
  /** Of any document, e.g. 改20200214-0001. */
  readonly number: Scalars['String']['input'];
};

export type AcknowledgeDocumentResult = DocumentReceipt | DocumentRejection;

/** 送达回证 */
export type DocumentReceipt = {
  readonly number: Scalars['String']['output'];
  /** Of what was issued last under the number; null until that is acknowledged. */
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly acknowledgedBy?: Maybe<Scalars['ID']['output']>;
};

export type DocumentRejection = {
  readonly code: DocumentRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type DocumentRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'DOCUMENT_NOT_FOUND'
  | 'DOCUMENT_OF_ANOTHER_TOWN';

export type EnrolFirmInput = {
  /** The unified social credit code (统一社会信用代码), 18 characters. */
  readonly creditCode: Scalars['ID']['input'];
  /** The 9-digit statistical code; that of the register of firms, when not given. */
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  /** Now, when not given. */
  readonly enrolledAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type EnrolFirmResult = Firm | EnrolmentRejection;

export type EnrolmentRejection = {
  readonly code: EnrolmentRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type EnrolmentRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'ENROLMENT_CREDIT_CODE_INVALID'
  | 'ENROLMENT_IN_FUTURE'
  | 'ENROLMENT_AWAITS_ACCEPTANCE'
  | 'ENROLMENT_NOT_FOUND';

/** 存证: a picture that was uploaded by POST to /evidence, upright and without what the device wrote into it. */
export type Evidence = {
  readonly id: Scalars['ID']['output'];
  /** image/jpeg, image/png or image/webp. */
  readonly type: Scalars['String']['output'];
  readonly bytes: Scalars['Int']['output'];
  readonly width: Scalars['Int']['output'];
  readonly height: Scalars['Int']['output'];
  /** Of what is stored, 64 hexadecimal digits. */
  readonly sha256: Scalars['String']['output'];
  readonly uploadedAt: Scalars['DateTime']['output'];
  /** Where it is got, at the gateway, with an access token. */
  readonly path: Scalars['String']['output'];
};

export type InspectionFigures = {
  /** Firms inspected in the period, of those enrolled for good by its end. */
  readonly coverage: FigureRate;
  /** What was performed and found is of the town that the firm was of then; firms, their coverage and lights are of the one that it is of now. */
  readonly towns: ReadonlyArray<TownInspections>;
  /** By rule, as often as it was judged: met or not. */
  readonly rules: ReadonlyArray<RuleFailure>;
  /** From the first yellow to green again, of firms that became green in the period without having been red. */
  readonly yellowToGreen: YellowToGreen;
  /** Findings of rectification orders issued in the period that are closed by now; withdrawn orders apart. */
  readonly findingsClosed: FigureRate;
  /** Each inspector's failed inspections beside what others found, or the county, at the same firms. */
  readonly leniency: ReadonlyArray<InspectorLeniency>;
};

export type TownInspections = {
  readonly town?: Maybe<Town>;
  readonly coverage: FigureRate;
  /** Failed, of the inspections performed in the period. */
  readonly failures: FigureRate;
  /** Now. */
  readonly green: Scalars['Int']['output'];
  readonly yellow: Scalars['Int']['output'];
  readonly red: Scalars['Int']['output'];
  /** Firms whose colour became another one today, whenever what they were judged by was performed. */
  readonly changedToday: Scalars['Int']['output'];
};

export type RuleFailure = {
  /** The rule's code, e.g. MASKS_WORN. */
  readonly rule: Scalars['String']['output'];
  readonly failures: FigureRate;
};

export type YellowToGreen = {
  readonly n: Scalars['Int']['output'];
  readonly medianHours?: Maybe<Scalars['Float']['output']>;
  readonly p90Hours?: Maybe<Scalars['Float']['output']>;
};

export type InspectorLeniency = {
  readonly inspector: Scalars['ID']['output'];
  readonly failures: FigureRate;
  /** How many would have failed if the firms had fared as with others; small numbers lean on the county's rate. */
  readonly expected: Scalars['Float']['output'];
  /** Found, of expected: below 1 lenient, above strict. Null below 30 inspections, where nobody is compared. */
  readonly ratio?: Maybe<Scalars['Float']['output']>;
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

export type SubmitInspectionInput = {
  /** A UUID (version 7) made by the device, once per inspection, so that it can be sent again. */
  readonly id: Scalars['ID']['input'];
  readonly creditCode: Scalars['ID']['input'];
  readonly performedAt: Scalars['DateTime']['input'];
  /** Every rule of the rulebook in force when it was performed, once. */
  readonly results: ReadonlyArray<RuleAnswerInput>;
  /** The colleagues who inspected too, as they are registered; who sends it is always one of them. */
  readonly inspectors?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly position?: InputMaybe<PositionInput>;
  /** Strokes of points [x, y], at most 200 strokes and 5,000 points. */
  readonly signature?: InputMaybe<ReadonlyArray<ReadonlyArray<ReadonlyArray<Scalars['Float']['input']>>>>;
  /** Ids of evidence that was uploaded, at most 20; none that an inspection of another firm shows. */
  readonly photos?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Null where it was not planned: a firm of another town than the inspector's needs a plan that sends who delivers it there on that day. */
  readonly planId?: InputMaybe<Scalars['ID']['input']>;
};

export type SubmitInspectionsInput = {
  readonly inspections: ReadonlyArray<SubmitInspectionInput>;
};

/** WGS 84. */
export type PositionInput = {
  readonly latitude: Scalars['Float']['input'];
  readonly longitude: Scalars['Float']['input'];
  readonly accuracyMetres: Scalars['Float']['input'];
};

export type RuleAnswerInput = {
  /** The rule's code, e.g. MASKS_WORN. */
  readonly rule: Scalars['String']['input'];
  readonly result: RuleResult;
  /** At most 1,000 characters; needed unless the rule is met. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

export type RuleResult =
  | 'MET'
  | 'UNMET'
  | 'NOT_APPLICABLE';

export type SubmitInspectionsResult = InspectionDelivery | InspectionRejection;

export type InspectionDelivery = {
  /** One for each inspection that was delivered, in their order. */
  readonly results: ReadonlyArray<SubmitInspectionResult>;
};

export type SubmitInspectionResult = Inspection | InspectionRejection;

export type InspectionRejection = {
  readonly code: InspectionRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type InspectionRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'INSPECTION_CREDIT_CODE_INVALID'
  | 'INSPECTION_FIRM_NOT_ENROLLED'
  | 'INSPECTION_ID_TAKEN'
  | 'INSPECTION_PERFORMED_IN_FUTURE'
  | 'INSPECTION_PERFORMED_BEFORE_ENROLMENT'
  | 'INSPECTION_RULEBOOK_NOT_IN_FORCE'
  | 'INSPECTION_RULE_UNKNOWN'
  | 'INSPECTION_RULE_REPEATED'
  | 'INSPECTION_RULE_MISSING'
  | 'INSPECTION_NOTE_MISSING'
  | 'INSPECTION_OF_ANOTHER_TOWN'
  | 'INSPECTION_PLAN_UNKNOWN'
  | 'INSPECTION_NOT_PLANNED'
  | 'INSPECTION_INSPECTOR_UNKNOWN'
  | 'INSPECTION_PHOTO_UNKNOWN'
  | 'INSPECTION_PHOTO_OF_ANOTHER_FIRM'
  | 'INSPECTION_SIGNATURE_EMPTY'
  | 'INSPECTION_TOO_MANY'
  | 'INSPECTION_NOT_FOUND'
  | 'INSPECTION_VOIDED'
  | 'INSPECTION_NOT_VOIDED';

/** WGS 84. */
export type Position = {
  readonly latitude: Scalars['Float']['output'];
  readonly longitude: Scalars['Float']['output'];
  readonly accuracyMetres: Scalars['Float']['output'];
};

export type RuleAnswer = {
  readonly rule: Rule;
  readonly result: RuleResult;
  readonly note?: Maybe<Scalars['String']['output']>;
};

export type InspectionFilter = {
  readonly creditCode?: InputMaybe<Scalars['ID']['input']>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly passed?: InputMaybe<Scalars['Boolean']['input']>;
};

export type InspectionConnection = {
  readonly edges: ReadonlyArray<InspectionEdge>;
  readonly nodes: ReadonlyArray<Inspection>;
  readonly pageInfo: PageInfo;
};

export type InspectionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Inspection;
};

export type RegisterInspectorInput = {
  /** The subject of the inspector's identity. */
  readonly sub: Scalars['ID']['input'];
  readonly name: Scalars['String']['input'];
  /** The 9-digit statistical code; the whole county, when not given. */
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  /** True, when not given. */
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
};

export type RegisterInspectorResult = Inspector | InspectorRejection;

export type DeclareConflictInput = {
  /** Oneself, when not given. */
  readonly sub?: InputMaybe<Scalars['ID']['input']>;
  readonly creditCode: Scalars['ID']['input'];
};

export type DeclareConflictResult = Inspector | InspectorRejection;

export type WithdrawConflictInput = {
  /** Oneself, when not given. */
  readonly sub?: InputMaybe<Scalars['ID']['input']>;
  readonly creditCode: Scalars['ID']['input'];
};

export type WithdrawConflictResult = Inspector | InspectorRejection;

export type InspectorRejection = {
  readonly code: InspectorRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type InspectorRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'INSPECTOR_NOT_FOUND'
  | 'INSPECTOR_CREDIT_CODE_INVALID'
  | 'INSPECTOR_OF_OTHERS'
  | 'INSPECTOR_CONFLICT_NOT_FOUND'
  | 'INSPECTOR_CONFLICT_BY_OTHERS';

/** 检查员 */
export type Inspector = {
  readonly sub: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** Null: sent anywhere in the county. */
  readonly town?: Maybe<Town>;
  readonly active: Scalars['Boolean']['output'];
  /** Credit codes of firms to which the inspector is not sent. An inspector is told his own; null of the others'. */
  readonly conflicts?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** All that was ever declared, also what was taken back, in order of the declaration. An inspector is told his own; null of the others'. */
  readonly declaredConflicts?: Maybe<ReadonlyArray<DeclaredConflict>>;
};

/** 回避申报 */
export type DeclaredConflict = {
  readonly firm: Firm;
  readonly declaredAt: Scalars['DateTime']['output'];
  /** The subjects of their identities. */
  readonly declaredBy: Scalars['ID']['output'];
  /** Null: it stands. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  readonly withdrawnBy?: Maybe<Scalars['ID']['output']>;
};

export type HoldInterviewInput = {
  readonly interviewId: Scalars['ID']['input'];
  /** At least one, at most 50. */
  readonly attendees: ReadonlyArray<Scalars['String']['input']>;
  /** At most 10,000 characters. */
  readonly minutes: Scalars['String']['input'];
  /** What the firm promised; at most 4,000 characters. */
  readonly commitments: Scalars['String']['input'];
  /** Now, when not given; not before the summons was issued, or where that was on a later day than its cause, not before the cause. */
  readonly heldAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type HoldInterviewResult = Interview | InterviewRejection;

export type InterviewRejection = {
  readonly code: InterviewRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type InterviewRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'INTERVIEW_NOT_FOUND'
  | 'INTERVIEW_NOT_AWAITED'
  | 'INTERVIEW_IN_FUTURE'
  | 'INTERVIEW_BEFORE_CAUSE'
  | 'INTERVIEW_BEFORE_SUMMONS'
  | 'INTERVIEW_OF_ANOTHER_TOWN';

/** 约谈: the summons that comes with red. */
export type Interview = {
  readonly id: Scalars['ID']['output'];
  readonly number: Scalars['String']['output'];
  readonly firm: Firm;
  readonly status: InterviewStatus;
  /** The inspection that made the firm red; null when a refused shutdown asked for it. */
  readonly inspection?: Maybe<Inspection>;
  readonly shutdownOrder?: Maybe<ShutdownOrder>;
  readonly issuedAt: Scalars['DateTime']['output'];
  /** The time limit. */
  readonly dueAt: Scalars['DateTime']['output'];
  /** When it was noticed that the limit had passed. */
  readonly missedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly heldAt?: Maybe<Scalars['DateTime']['output']>;
  readonly heldBy?: Maybe<Scalars['ID']['output']>;
  readonly attendees?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly minutes?: Maybe<Scalars['String']['output']>;
  readonly commitments?: Maybe<Scalars['String']['output']>;
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** 送达回证 */
  readonly receipt: DocumentReceipt;
  /** An HTML page that stands by itself and prints on A4; with the minutes. */
  readonly printable: Scalars['String']['output'];
};

export type InterviewStatus =
  | 'SUMMONED'
  /** It can still be held. */
  | 'MISSED'
  | 'HELD'
  /** It does not follow from the firm's history any more. */
  | 'WITHDRAWN';

export type InterviewFilter = {
  readonly creditCode?: InputMaybe<Scalars['ID']['input']>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly status?: InputMaybe<InterviewStatus>;
};

export type InterviewConnection = {
  readonly edges: ReadonlyArray<InterviewEdge>;
  readonly nodes: ReadonlyArray<Interview>;
  readonly pageInfo: PageInfo;
};

export type InterviewEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Interview;
};

/** 三色灯 */
export type Light = {
  readonly firm: Firm;
  readonly colour: Colour;
  /** Failed inspections in a row; 0 when green, and not counted on while red. */
  readonly run: Scalars['Int']['output'];
  /** When the firm got this colour, and has had it since without a break. */
  readonly since: Scalars['DateTime']['output'];
  readonly condition: LightCondition;
  /** The light after each inspection that counts (the last of a county day), oldest first. */
  readonly history: ReadonlyArray<LightEntry>;
};

export type LightFilter = {
  readonly colour?: InputMaybe<Colour>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
};

export type LightConnection = {
  readonly edges: ReadonlyArray<LightEdge>;
  readonly nodes: ReadonlyArray<Light>;
  readonly pageInfo: PageInfo;
};

export type LightEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Light;
};

export type LightEntry = {
  /** The county day that the inspection counts for, or on which the step was taken. */
  readonly day: Scalars['Date']['output'];
  /** When it was performed or taken. */
  readonly at: Scalars['DateTime']['output'];
  readonly reason: LightReason;
  readonly colour: Colour;
  readonly run: Scalars['Int']['output'];
  readonly since: Scalars['DateTime']['output'];
  /** What follows: red comes with an interview due, or a shutdown drafted. */
  readonly condition: LightCondition;
  /** The one that counts; at a step the one that counted last. */
  readonly inspection?: Maybe<Inspection>;
  /** The one that last moved colour, run or condition. */
  readonly causedBy?: Maybe<Inspection>;
};

export type LightEntryConnection = {
  readonly edges: ReadonlyArray<LightEntryEdge>;
  readonly nodes: ReadonlyArray<LightEntry>;
  readonly pageInfo: PageInfo;
};

export type LightEntryEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: LightEntry;
};

/** What moved the light, or why it stayed. */
export type LightReason =
  | 'RULES_MET'
  | 'RULES_UNMET'
  /** 连续3次亮黄灯 */
  | 'UNMET_IN_A_ROW'
  /** Red, whatever was found: the interview is not held yet. */
  | 'INTERVIEW_AWAITED'
  | 'MENDED_AFTER_INTERVIEW'
  /** 仍整改不到位 */
  | 'NOT_MENDED_AFTER_INTERVIEW'
  /** Red, whatever was found: a shutdown is drafted. */
  | 'SHUTDOWN_AWAITED'
  /** Red, whatever was found: shut down. */
  | 'ACCEPTANCE_AWAITED'
  | 'INTERVIEW_HELD'
  | 'SHUTDOWN_SIGNED'
  | 'SHUTDOWN_REFUSED'
  | 'ACCEPTANCE_APPROVED';

export type Colour =
  | 'GREEN'
  | 'YELLOW'
  | 'RED';

/** All but NORMAL are red. */
export type LightCondition =
  | 'NORMAL'
  /** 约谈 summoned; passing does not spare it. */
  | 'INTERVIEW_DUE'
  /** The next inspection decides: green, or a shutdown drafted. */
  | 'INTERVIEW_HELD'
  /** 停工停产通知书 waits for a commander's signature. */
  | 'SHUTDOWN_DRAFTED'
  /** Until an acceptance (复工验收) is approved. */
  | 'SHUT_DOWN';

export type Town = {
  readonly code: Scalars['ID']['output'];
  /** 挂图作战: how many of its inspected firms have which light; who waits for a first acceptance is not counted. Null for a town that the viewer may not see. */
  readonly lights?: Maybe<TownLights>;
};

export type TownLights = {
  readonly green: Scalars['Int']['output'];
  readonly yellow: Scalars['Int']['output'];
  readonly red: Scalars['Int']['output'];
  /** Enrolled, but never inspected. */
  readonly none: Scalars['Int']['output'];
};

export type SetOrderDateInput = {
  readonly id: Scalars['ID']['input'];
  readonly dueOn: Scalars['Date']['input'];
};

export type SetOrderDateResult = RectificationOrder | RectificationOrderRejection;

export type RectificationOrderRejection = {
  readonly code: RectificationOrderRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type RectificationOrderRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'ORDER_NOT_FOUND'
  | 'ORDER_NOT_OPEN'
  | 'ORDER_DATE_PASSED'
  | 'ORDER_DATE_TOO_LATE'
  | 'ORDER_OF_ANOTHER_TOWN';

/** 整改单: what a firm must mend after a failed inspection. */
export type RectificationOrder = {
  readonly id: Scalars['ID']['output'];
  readonly number: Scalars['String']['output'];
  readonly firm: Firm;
  readonly inspection?: Maybe<Inspection>;
  readonly status: RectificationOrderStatus;
  readonly issuedAt: Scalars['DateTime']['output'];
  readonly dueAt: Scalars['DateTime']['output'];
  /** In the rulebook's order. */
  readonly findings: ReadonlyArray<Finding>;
  /** When the inspection was performed in which the last finding was met. */
  readonly fulfilledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Fulfilled, but after it was due. */
  readonly late: Scalars['Boolean']['output'];
  /** When it was noticed that the date had passed. */
  readonly overdueAt?: Maybe<Scalars['DateTime']['output']>;
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** 送达回证 */
  readonly receipt: DocumentReceipt;
  /** An HTML page that stands by itself and prints on A4. */
  readonly printable: Scalars['String']['output'];
};

export type RectificationOrderStatus =
  | 'OPEN'
  | 'OVERDUE'
  | 'FULFILLED'
  /** Its inspection was voided. */
  | 'WITHDRAWN';

export type Finding = {
  /** Null: too many rules were not applicable. */
  readonly rule?: Maybe<Rule>;
  readonly open: Scalars['Boolean']['output'];
  /** The later inspection since which it is met; unmet again, it is open again, until one inspection meets all findings. */
  readonly metBy?: Maybe<Inspection>;
  readonly metAt?: Maybe<Scalars['DateTime']['output']>;
};

export type RectificationOrderFilter = {
  readonly creditCode?: InputMaybe<Scalars['ID']['input']>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly status?: InputMaybe<RectificationOrderStatus>;
};

export type RectificationOrderConnection = {
  readonly edges: ReadonlyArray<RectificationOrderEdge>;
  readonly nodes: ReadonlyArray<RectificationOrder>;
  readonly pageInfo: PageInfo;
};

export type RectificationOrderEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: RectificationOrder;
};

export type SetPlanPolicyInput = {
  /** The version that this one is meant to follow; refused where another was set meanwhile. Without it, it follows whatever is in force. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Percent of a town's firms that are neither red nor yellow, 0 to 100. */
  readonly share: Scalars['Int']['input'];
  /** 1 to 100. */
  readonly visitsPerTeam: Scalars['Int']['input'];
  /** A firm waits at most so many days longer than one that was inspected today, as its weight counts: 0 to 366. */
  readonly mostDays: Scalars['Int']['input'];
  /** At most so many failures add to a firm's weight, 0 to 100. */
  readonly mostFailures: Scalars['Int']['input'];
  /** So many days back a failure counts, 1 to 366. */
  readonly failureDays: Scalars['Int']['input'];
};

export type SetPlanPolicyResult = PlanPolicy | PlanPolicyRejection;

export type PlanPolicyRejection = {
  readonly code: PlanPolicyRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type PlanPolicyRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'PLAN_POLICY_CHANGED';

export type PlanPolicy = {
  readonly version: Scalars['Int']['output'];
  readonly share: Scalars['Int']['output'];
  readonly visitsPerTeam: Scalars['Int']['output'];
  readonly mostDays: Scalars['Int']['output'];
  readonly mostFailures: Scalars['Int']['output'];
  readonly failureDays: Scalars['Int']['output'];
  readonly setAt: Scalars['DateTime']['output'];
  /** Null: it came with the product. */
  readonly setBy?: Maybe<Scalars['ID']['output']>;
};

export type MakeInspectionPlanInput = {
  readonly day: Scalars['Date']['input'];
  /** 0 to 4,294,967,295; drawn, when not given. The same inputs and seed give the same plan. */
  readonly seed?: InputMaybe<Scalars['Float']['input']>;
  /** Inspectors who do not work on that day. */
  readonly absent?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Percent of the firms that are neither red nor yellow; as the policy says when not given. */
  readonly share?: InputMaybe<Scalars['Int']['input']>;
  /** At most so many visits a team; as the policy says when not given. */
  readonly visitsPerTeam?: InputMaybe<Scalars['Int']['input']>;
};

export type MakeInspectionPlanResult = InspectionPlan | PlanRejection;

export type ReplanInspectionsInput = {
  readonly planId: Scalars['ID']['input'];
  /** Inspectors of the plan who fell out; none where only interests or lights are others. */
  readonly absent: ReadonlyArray<Scalars['ID']['input']>;
  readonly seed?: InputMaybe<Scalars['Float']['input']>;
};

export type ReplanInspectionsResult = InspectionPlan | PlanRejection;

export type PlanRejection = {
  readonly code: PlanRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type PlanRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'PLAN_NOT_FOUND'
  | 'PLAN_EXISTS'
  | 'PLAN_DAY_OUT_OF_RANGE'
  | 'PLAN_INSPECTOR_NOT_IN_IT';

/** 每日抽查计划 */
export type InspectionPlan = {
  readonly id: Scalars['ID']['output'];
  readonly day: Scalars['Date']['output'];
  /** Of the first draw. */
  readonly seed: Scalars['Float']['output'];
  readonly madeAt: Scalars['DateTime']['output'];
  readonly madeBy: Scalars['ID']['output'];
  readonly changes: ReadonlyArray<PlanChange>;
  /** What the first draw was made from, with its seed and the plan as it stands, as JSON: with it anyone can draw again (docs/operations.md). */
  readonly drawn: Scalars['String']['output'];
  readonly teams: ReadonlyArray<PlanTeam>;
  readonly progress: PlanProgress;
  /** In the order drawn. */
  readonly visits: PlanVisitConnection;
};


/** 每日抽查计划 */
export type InspectionPlanVisitsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  team?: InputMaybe<Scalars['Int']['input']>;
  townCode?: InputMaybe<Scalars['ID']['input']>;
  planned?: InputMaybe<Scalars['Boolean']['input']>;
};

export type PlanChange = {
  readonly at: Scalars['DateTime']['output'];
  /** Null: nobody; the service brought the plan up to date, at the latest when its day began. */
  readonly by?: Maybe<Scalars['ID']['output']>;
  readonly absent: ReadonlyArray<Scalars['ID']['output']>;
  /** Red or yellow by then, and not planned for that before. */
  readonly lit: ReadonlyArray<Firm>;
  readonly seed: Scalars['Float']['output'];
};

export type PlanTeam = {
  /** From 0. */
  readonly number: Scalars['Int']['output'];
  /** Null: sent anywhere in the county. */
  readonly town?: Maybe<Town>;
  /** Empty: dissolved, since somebody fell out. */
  readonly members: ReadonlyArray<Scalars['ID']['output']>;
};

export type PlanProgress = {
  readonly visits: Scalars['Int']['output'];
  /** Firms of the plan that were inspected on that day. */
  readonly done: Scalars['Int']['output'];
  /** Nobody can go: see the visits for why. */
  readonly notPlanned: Scalars['Int']['output'];
};

export type PlanVisit = {
  readonly firm: Firm;
  readonly town?: Maybe<Town>;
  readonly reason: VisitReason;
  /** The team's number; null where nobody can go. */
  readonly team?: Maybe<Scalars['Int']['output']>;
  readonly notPlannedBecause?: Maybe<NotPlannedBecause>;
  /** What was found on that day. */
  readonly inspection?: Maybe<Inspection>;
};

export type VisitReason =
  | 'RED'
  | 'YELLOW'
  | 'DRAWN';

export type NotPlannedBecause =
  /** No pair of inspectors reaches the town. */
  | 'NO_TEAM'
  /** Every team that reaches it has somebody with an interest in the firm. */
  | 'CONFLICT'
  /** Every team has as much as it can do. */
  | 'FULL';

export type PlanVisitConnection = {
  readonly edges: ReadonlyArray<PlanVisitEdge>;
  readonly nodes: ReadonlyArray<PlanVisit>;
  readonly pageInfo: PageInfo;
};

export type PlanVisitEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: PlanVisit;
};

export type SetProcessPolicyInput = {
  /** The version that this one is meant to follow; refused where another was set meanwhile. Without it, it follows whatever is in force. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Whole county days after that of the issue of a rectification order, 0 to 30. */
  readonly rectifyWithinDays: Scalars['Int']['input'];
  /** From a summons on, 1 to 720. */
  readonly interviewWithinHours: Scalars['Int']['input'];
  /** From the delivery of a result on, 1 to 365. */
  readonly appealWithinDays: Scalars['Int']['input'];
  /** The latest date that an order can be given, in whole county days after that of its issue, rectifyWithinDays to 365. Without it, as it is in force. */
  readonly rectifyAtMostDays?: InputMaybe<Scalars['Int']['input']>;
  /** From the draft of a shutdown order on, 1 to 720: so long the firm may state its defence. Without it, as it is in force. */
  readonly defenceWithinHours?: InputMaybe<Scalars['Int']['input']>;
};

export type SetProcessPolicyResult = ProcessPolicy | ProcessPolicyRejection;

export type ProcessPolicyRejection = {
  readonly code: ProcessPolicyRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type ProcessPolicyRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'PROCESS_POLICY_CHANGED'
  | 'PROCESS_LIMIT_OUT_OF_RANGE';

export type ProcessPolicy = {
  readonly version: Scalars['Int']['output'];
  readonly rectifyWithinDays: Scalars['Int']['output'];
  readonly rectifyAtMostDays: Scalars['Int']['output'];
  readonly interviewWithinHours: Scalars['Int']['output'];
  readonly appealWithinDays: Scalars['Int']['output'];
  readonly defenceWithinHours: Scalars['Int']['output'];
  readonly setAt: Scalars['DateTime']['output'];
  /** Null: it came with the product. */
  readonly setBy?: Maybe<Scalars['ID']['output']>;
};

export type PublishRulebookInput = {
  /** The first county day of its force. */
  readonly inForceFrom: Scalars['Date']['input'];
  readonly notApplicableAtMost: Scalars['Int']['input'];
  readonly redAtRun: Scalars['Int']['input'];
  /** The twelve, in the order of the list. */
  readonly rules: ReadonlyArray<RuleInput>;
};

export type RuleInput = {
  /** Keeps its meaning from version to version, e.g. MASKS_WORN. */
  readonly code: Scalars['String']['input'];
  readonly area: RuleArea;
  readonly titleZh: Scalars['String']['input'];
  readonly titleEn: Scalars['String']['input'];
};

export type PublishRulebookResult = Rulebook | RulebookRejection;

export type WithdrawRulebookInput = {
  readonly version: Scalars['Int']['input'];
};

export type WithdrawRulebookResult = Rulebook | RulebookRejection;

export type RulebookRejection = {
  readonly code: RulebookRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type RulebookRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'RULEBOOK_NOT_IN_FUTURE'
  | 'RULEBOOK_TOO_FAR_AHEAD'
  | 'RULEBOOK_NOT_AFTER_LAST'
  | 'RULEBOOK_RULES_NOT_TWELVE'
  | 'RULEBOOK_RULE_REPEATED'
  | 'RULEBOOK_NOT_FOUND'
  | 'RULEBOOK_IN_FORCE'
  | 'RULEBOOK_WITHDRAWN';

/** Where a rule is kept: at work, or in canteen, dormitory and isolation. */
export type RuleArea =
  | 'PRODUCTION'
  | 'LIVING';

export type Rulebook = {
  readonly version: Scalars['Int']['output'];
  /** The first day of its force; it ends with the next version's. */
  readonly inForceFrom: Scalars['Date']['output'];
  /** An inspection with more rules not applicable counts as failed. */
  readonly notApplicableAtMost: Scalars['Int']['output'];
  /** So many failed inspections in a row give red. */
  readonly redAtRun: Scalars['Int']['output'];
  /** When it was taken back, before it was in force; null where it stands. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** By position. */
  readonly rules: ReadonlyArray<Rule>;
};

export type Rule = {
  /** Stays the same from version to version, e.g. MASKS_WORN. */
  readonly code: Scalars['String']['output'];
  readonly position: Scalars['Int']['output'];
  readonly area: RuleArea;
  readonly titleZh: Scalars['String']['output'];
  readonly titleEn: Scalars['String']['output'];
};

export type StateDefenceInput = {
  readonly id: Scalars['ID']['input'];
  /** At most 10,000 characters; needed unless it is waived. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** True: the firm says that it has nothing to say; before defenceDueAt has passed, from its own account only. */
  readonly waived?: InputMaybe<Scalars['Boolean']['input']>;
};

export type StateDefenceResult = ShutdownOrder | ShutdownOrderRejection;

export type SignShutdownOrderInput = {
  readonly id: Scalars['ID']['input'];
  /** At most 2,000 characters. */
  readonly legalBasis: Scalars['String']['input'];
};

export type SignShutdownOrderResult = ShutdownOrder | ShutdownOrderRejection;

export type RefuseShutdownOrderInput = {
  readonly id: Scalars['ID']['input'];
  /** At most 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type RefuseShutdownOrderResult = ShutdownOrder | ShutdownOrderRejection;

export type ShutdownOrderRejection = {
  readonly code: ShutdownOrderRejectionCode;
  readonly message: Scalars['String']['output'];
  readonly field?: Maybe<Scalars['String']['output']>;
};

export type ShutdownOrderRejectionCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_TOO_LONG'
  | 'FIELD_MALFORMED'
  | 'SHUTDOWN_NOT_FOUND'
  | 'SHUTDOWN_NOT_DRAFTED'
  | 'SHUTDOWN_DEFENCE_NOT_HEARD'
  | 'SHUTDOWN_DEFENCE_STATED'
  | 'SHUTDOWN_WAIVER_NOT_BY_FIRM'
  | 'SHUTDOWN_OF_ANOTHER_TOWN';

/** 停工停产通知书: in force once a commander has signed it. */
export type ShutdownOrder = {
  readonly id: Scalars['ID']['output'];
  readonly number: Scalars['String']['output'];
  readonly firm: Firm;
  readonly status: ShutdownOrderStatus;
  /** The one that found the firm still not mended after its interview. */
  readonly inspection?: Maybe<Inspection>;
  readonly issuedAt: Scalars['DateTime']['output'];
  /** Until then the firm may state its defence, and nothing is signed unless it did itself; a draft that stands again begins anew. */
  readonly defenceDueAt: Scalars['DateTime']['output'];
  /** What the firm said by its own account; a further statement is added on a line of its own. */
  readonly defence?: Maybe<Scalars['String']['output']>;
  readonly defenceWaived: Scalars['Boolean']['output'];
  /** When the firm stated its defence last, or waived it. */
  readonly defenceAt?: Maybe<Scalars['DateTime']['output']>;
  readonly defenceBy?: Maybe<Scalars['ID']['output']>;
  /** What somebody else took down of what the firm said; null with hearingAt: that it says nothing. */
  readonly hearing?: Maybe<Scalars['String']['output']>;
  readonly hearingAt?: Maybe<Scalars['DateTime']['output']>;
  readonly hearingBy?: Maybe<Scalars['ID']['output']>;
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  readonly signedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly signedBy?: Maybe<Scalars['ID']['output']>;
  readonly signedByName?: Maybe<Scalars['String']['output']>;
  readonly refusedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly refusedBy?: Maybe<Scalars['ID']['output']>;
  readonly refusedByName?: Maybe<Scalars['String']['output']>;
  readonly refusalReason?: Maybe<Scalars['String']['output']>;
  readonly liftedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What lifted it. */
  readonly acceptance?: Maybe<Acceptance>;
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** 送达回证 */
  readonly receipt: DocumentReceipt;
  /** An HTML page that stands by itself and prints on A4; with the defence. */
  readonly printable: Scalars['String']['output'];
};

export type ShutdownOrderStatus =
  | 'DRAFTED'
  | 'IN_FORCE'
  | 'REFUSED'
  | 'LIFTED'
  /** It does not follow from the firm's history any more. */
  | 'WITHDRAWN';

export type ShutdownOrderFilter = {
  readonly creditCode?: InputMaybe<Scalars['ID']['input']>;
  readonly townCode?: InputMaybe<Scalars['ID']['input']>;
  readonly status?: InputMaybe<ShutdownOrderStatus>;
};

export type ShutdownOrderConnection = {
  readonly edges: ReadonlyArray<ShutdownOrderEdge>;
  readonly nodes: ReadonlyArray<ShutdownOrder>;
  readonly pageInfo: PageInfo;
};

export type ShutdownOrderEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: ShutdownOrder;
};
