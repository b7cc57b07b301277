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

export type Mutation = {
  /** Puts a firm on the list of those that are inspected. A firm that is enrolled keeps its first enrolment. */
  readonly enrolFirm: EnrolFirmResult;
  /** 抽查: takes a result into the firm's history. Delivered again under the same id, it gives the same inspection. */
  readonly submitInspection: SubmitInspectionResult;
  /** Up to 500 at once, as a device that was offline delivers them: one result each, in their order. */
  readonly submitInspections: SubmitInspectionsResult;
  /** Publishes the next version: in force from tomorrow at the earliest, and later than every version that there is. */
  readonly publishRulebook: PublishRulebookResult;
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


export type MutationPublishRulebookArgs = {
  input: PublishRulebookInput;
};

export type EnrolFirmInput = {
  /** The unified social credit code (统一社会信用代码), 18 characters. */
  readonly creditCode: Scalars['ID']['input'];
  /** The 9-digit statistical code. */
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
  | 'ENROLMENT_IN_FUTURE';

/** 企业 */
export type Firm = {
  readonly creditCode: Scalars['ID']['output'];
  /** Since when it is inspected; null when it is not. */
  readonly enrolledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Newest first, by the time performed. */
  readonly inspections: InspectionConnection;
  /** Null for a firm that was never inspected. */
  readonly light?: Maybe<Light>;
  /** How the light came about, newest first: what each inspection that counts and each step meant for it. */
  readonly lightHistory: LightEntryConnection;
};


/** 企业 */
export type FirmInspectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** 企业 */
export type FirmLightHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

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

export type Query = {
  /** A firm sees its own only. */
  readonly inspection?: Maybe<Inspection>;
  /** Newest first, by the time performed. A firm sees its own only. */
  readonly inspections: InspectionConnection;
  /** 自主管理制度: by version; else the one in force on a day, by default today. */
  readonly rulebook?: Maybe<Rulebook>;
};


export type QueryInspectionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInspectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InspectionFilter>;
};


export type QueryRulebookArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
};

export type SubmitInspectionInput = {
  /** A UUID (version 7) made by the device, once per inspection, so that it can be sent again. */
  readonly id: Scalars['ID']['input'];
  readonly creditCode: Scalars['ID']['input'];
  readonly performedAt: Scalars['DateTime']['input'];
  /** Every rule of the rulebook in force when it was performed, once. */
  readonly results: ReadonlyArray<RuleAnswerInput>;
  /** The colleagues who inspected too; who sends it is always one of them. */
  readonly inspectors?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly position?: InputMaybe<PositionInput>;
  /** Strokes of points [x, y], at most 200 strokes and 5,000 points. */
  readonly signature?: InputMaybe<ReadonlyArray<ReadonlyArray<ReadonlyArray<Scalars['Float']['input']>>>>;
  /** Ids of evidence that was uploaded, at most 20. */
  readonly photos?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Null where it was not planned: a firm of another town than the inspector's needs a plan. */
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
  | 'INSPECTION_PHOTO_UNKNOWN'
  | 'INSPECTION_SIGNATURE_EMPTY'
  | 'INSPECTION_TOO_MANY'
  | 'INSPECTION_NOT_FOUND'
  | 'INSPECTION_VOIDED'
  | 'INSPECTION_NOT_VOIDED';

/** 抽查: one check of one firm against the rulebook in force when it was performed. */
export type Inspection = {
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
  readonly planId?: Maybe<Scalars['ID']['output']>;
  /** The present light of the firm. */
  readonly light?: Maybe<Light>;
};

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

/** 三色灯 */
export type Light = {
  readonly colour: Colour;
  /** Failed inspections in a row; 0 when green, and not counted on while red. */
  readonly run: Scalars['Int']['output'];
  /** When the firm got this colour, and has had it since without a break. */
  readonly since: Scalars['DateTime']['output'];
  readonly condition: LightCondition;
  /** The light after each inspection that counts (the last of a county day), oldest first. */
  readonly history: ReadonlyArray<LightEntry>;
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
  /** 挂图作战: how many of its inspected firms have which light. Null for a town that the viewer may not see. */
  readonly lights?: Maybe<TownLights>;
};

export type TownLights = {
  readonly green: Scalars['Int']['output'];
  readonly yellow: Scalars['Int']['output'];
  readonly red: Scalars['Int']['output'];
  /** Enrolled, but never inspected. */
  readonly none: Scalars['Int']['output'];
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
  | 'RULEBOOK_NOT_AFTER_LAST'
  | 'RULEBOOK_RULES_NOT_TWELVE'
  | 'RULEBOOK_RULE_REPEATED';

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
