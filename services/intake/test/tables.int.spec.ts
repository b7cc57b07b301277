import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@qifutong/platform/migrate';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { QueryFailedError, type EntitySchema } from 'typeorm';
import { CommonIssueMemberTable, CommonIssueTable } from '../src/common-issue/common-issue.table.ts';
import { BatchPolicyLineTable, BatchPolicyTable } from '../src/batch/batch-policy.table.ts';
import { CallbackPolicyTable } from '../src/issue/callback-policy.table.ts';
import { IssueAnswerTable } from '../src/issue/answer.table.ts';
import { CallbackTable } from '../src/issue/callback.table.ts';
import { BatchItemTable, BatchTable } from '../src/batch/batch.table.ts';
import { DeliberationTable } from '../src/common-issue/deliberation.table.ts';
import { GuidanceTable, GuidanceVersionTable } from '../src/guidance/guidance.table.ts';
import { CallTable } from '../src/call/call.table.ts';
import { FirmChangeTable, FirmTable } from '../src/firm/firm.table.ts';
import { FirmCorrectionTable } from '../src/issue/firm-correction.table.ts';
import { standardPolicy } from '../src/issue/domain/callback-policy.ts';
import { IssueTable } from '../src/issue/issue.table.ts';
import { ReportTable } from '../src/report/report.table.ts';
import { ReporterTable, ShowingTable } from '../src/report/reporter.table.ts';
import { RetentionPolicyTable } from '../src/retention/retention-policy.table.ts';
import {
  CommonIssueCoreTable,
  IssueSuggestionTable,
  LikenessPolicyTable,
  LikenessPolicyVersionTable,
} from '../src/likeness/suggestion.table.ts';
import { intake } from '../src/service.ts';
import { TownTable } from '../src/town/town.table.ts';
import { aCommonIssue, aFirm, anIssue, aReport, aReporter, aShowing } from './builders.ts';
import { closureRefusals } from './closure-refusals.ts';

let schema: TestSchema;
beforeAll(async () => void (schema = await freshSchema(intake)));
afterAll(() => schema.drop());

/** What TypeORM would still do to make the tables those of the entities. */
async function drift(): Promise<string[]> {
  const { upQueries } = await schema.db.source.driver.createSchemaBuilder().log();
  // entities say nothing of our indexes, checks, unique keys and foreign keys, so TypeORM would drop them: that is no drift
  const ours = /^(DROP INDEX|ALTER TABLE ("\w+"\.)?"\w+" DROP CONSTRAINT) /;
  return upQueries.map(({ query }) => query).filter((query) => !ours.test(query));
}

describe('the migrations', () => {
  it('have brought an empty database up to date, and find nothing to do', async () => {
    expect(await migrate(intake, schema.url, schema.schema)).toEqual([]);
    const applied: unknown = await schema.db.source.query('select name from migrations order by timestamp');
    const names = ['EventTables1700000000000', ...intake.migrations.map(({ name }) => name), 'Trail1700000000500'];
    expect(applied).toEqual(names.map((name) => ({ name })));
  });

  it('make the tables that the entities describe', async () => {
    expect(await drift()).toEqual([]);
  });

  it('would be found out by a column more, a column less and another type', async () => {
    await schema.db.source.query(
      'alter table firm add column fax text; alter table callback drop column note; alter table firm alter column employees type bigint',
    );
    const found = await drift();
    await schema.db.source.query(
      'alter table firm drop column fax; alter table callback add column note text; alter table firm alter column employees type int',
    );
    expect(found.map((query) => /(ADD|DROP COLUMN) "\w+"/.exec(query)?.[0]).toSorted()).toEqual([
      'ADD "employees"',
      'ADD "note"',
      'DROP COLUMN "employees"',
      'DROP COLUMN "fax"',
    ]);
    expect(await drift()).toEqual([]);
  });
});

const noContact = { nameMask: null, phoneMask: null, sealed: null, keyId: null };
const gone = aReporter({ ...noContact, pseudonym: 1, pseudonymisedAt: new Date() });
const aRetention = { version: 2, kind: 'REPORTER_CONTACT', after: 'P1Y', setAt: new Date(), setBy: null };
const aCallback = {
  id: '01900000-0000-7000-8000-0000000000c1',
  issueId: anIssue().id,
  round: 1,
  outcome: 'SETTLED',
  satisfaction: null,
  note: null,
  calledAt: new Date(),
  calledBy: 'operator-2',
};
const issue = anIssue({ firmCreditCode: null });
const offList = { ...issue, status: 'WRITTEN_OFF', writtenOffAt: new Date() };
const uuid = '01900000-0000-7000-8000-000000000099';
const anAnswer = {
  id: uuid,
  issueId: issue.id,
  firstIssueId: null,
  round: 1,
  answer: '凭复工备案领取',
  guidanceId: null,
  guidanceVersion: null,
  by: null,
  at: new Date(),
};
const aChange = {
  id: uuid,
  creditCode: aFirm().creditCode,
  version: 1,
  changedAt: new Date(),
  changedBy: 'operator-1',
  was: null,
};
const aCorrection = {
  id: uuid,
  issueId: issue.id,
  was: aFirm().creditCode,
  became: null,
  by: 'analyst-1',
  at: new Date(),
  reason: '听错了名称',
};
const aCall = {
  id: uuid,
  channel: 'HOTLINE',
  purpose: 'ENQUIRY',
  townCode: null,
  note: '字'.repeat(1_000),
  externalRef: null,
  requestId: null,
  takenBy: 'operator-1',
  takenAt: new Date(),
};
const common = aCommonIssue();
const aMember = {
  id: uuid,
  because: null,
  commonIssueId: common.id,
  issueId: issue.id,
  state: 'PROPOSED',
  score: 0.8,
  evidence: ['卡口'],
  addedAt: new Date(),
  addedBy: 'likeness',
  endedAt: null,
};

const at = new Date('2020-02-14T02:00:00.000Z');
const aDeliberation = {
  id: uuid,
  commonIssueId: common.id,
  heldAt: at,
  place: null,
  participants: ['县府办'],
  conclusion: '凭证通行',
  recordedAt: at,
  recordedBy: 'analyst-1',
};
const aGuidance = {
  id: uuid,
  version: 1,
  state: 'PUBLISHED',
  commonIssueId: null,
  domain: 'PASSAGE',
  currentVersion: 1,
  publishedAt: at,
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawnBecause: null,
};
const aVersion = {
  id: uuid,
  guidanceId: uuid,
  number: 1,
  title: '通行规定',
  text: '凭证通行',
  domain: 'PASSAGE',
  townCodes: [],
  industries: [],
  sizes: ['SMALL'],
  effectiveFrom: '2020-02-14',
  effectiveTo: '2020-02-14',
  taskForce: 'PASSAGE',
  publishedAt: at,
  publishedBy: 'analyst-1',
  supersededOn: null,
};
const aBatch = {
  id: uuid,
  version: 0,
  state: 'PREVIEWED',
  guidanceId: uuid,
  guidanceVersion: 1,
  commonIssueId: null,
  policyVersion: 1,
  previewedAt: at,
  previewedBy: 'analyst-1',
  confirmedAt: null,
  confirmedBy: null,
  appliedAt: null,
  revertedAt: null,
  revertedBy: null,
  revertedBecause: null,
};
const confirmed = { ...aBatch, state: 'APPLIED', confirmedAt: at, confirmedBy: 'analyst-1' };
const anItem = {
  id: uuid,
  batchId: uuid,
  issueId: issue.id,
  byHand: false,
  verdict: 'MATCH',
  verdictBecause: null,
  outcome: 'APPLIED',
  outcomeBecause: null,
  outcomeAt: at,
  confirmedBy: 'analyst-1',
  before: { status: 'REGISTERED', domain: null },
  revertOutcome: null,
  revertBecause: null,
  revertedAt: null,
};
const aSuggestion = {
  issueId: issue.id,
  madeAt: new Date(),
  scorer: 'lexical-1',
  fellBack: false,
  policyVersion: 1,
  domain: 'PASSAGE',
  urgency: 'NORMAL',
  reasons: [],
  duplicates: [],
  commonIssues: [],
  guidances: [],
};
const aCore = {
  commonIssueId: common.id,
  version: 1,
  core: { concepts: {}, lexemes: {}, domain: 'PASSAGE', embedding: null },
  lastReceivedAt: null,
};
const dueNow = { callbackDueAt: new Date(), callbackPolicyVersion: 1 };
const ninth = { version: 9, setAt: new Date(), setBy: 'admin-1' };
const callbacks = { ...standardPolicy, ...ninth };
const batches = { ...ninth, doubtfulBelow: 0.5 };
const batchLine = { version: 1, domain: 'PASSAGE', doubtfulBelow: 0.5 };
const aPolicy = {
  id: 9,
  version: 9,
  domain: 'PASSAGE',
  alike: 0.5,
  duplicate: 0.4,
  firms: 3,
  windowHours: 72,
  duplicateDays: 14,
};

/** A row that a CHECK refuses, beside one that differs from it in nothing else and is stored. */
const refused: readonly [string, EntitySchema, object, object][] = [
  ['town_code_check', TownTable, { code: '330226999', name: '某镇' }, { code: '33022699' }],
  ['firm_credit_code_check', FirmTable, aFirm(), { creditCode: '91330226MA000000I0' }],
  ['firm_name_check', FirmTable, aFirm(), { name: '' }],
  ['firm_industry_check', FirmTable, aFirm(), { industry: 'Z' }],
  ['firm_size_check', FirmTable, aFirm(), { size: 'HUGE' }],
  ['firm_employees_check', FirmTable, aFirm(), { employees: -1 }],
  ['firm_version_check', FirmTable, aFirm(), { version: -1 }],
  [
    'firm_aliases_check',
    FirmTable,
    aFirm({ aliases: Array<string>(50).fill('厂') }),
    { aliases: Array(51).fill('厂') },
  ],
  ['firm_change_version_check', FirmChangeTable, aChange, { version: 0 }],
  ['firm_change_changed_by_check', FirmChangeTable, aChange, { changedBy: '' }],
  ['firm_correction_corrected_by_check', FirmCorrectionTable, aCorrection, { by: '' }],
  ['firm_correction_reason_check', FirmCorrectionTable, aCorrection, { reason: '' }],
  ['firm_correction_corrects', FirmCorrectionTable, aCorrection, { became: aCorrection.was }],
  ['call_channel_check', CallTable, aCall, { channel: 'FAX' }],
  ['call_purpose_check', CallTable, aCall, { purpose: 'CHAT' }],
  ['call_note_check', CallTable, aCall, { note: '字'.repeat(1_001) }],
  ['call_taken_by_check', CallTable, aCall, { takenBy: '' }],
  ['issue_version_check', IssueTable, issue, { version: 0 }],
  ['issue_number_check', IssueTable, issue, { number: '2020-02-14-42' }],
  ['issue_status_check', IssueTable, issue, { status: 'CLOSED' }],
  ['issue_round_check', IssueTable, issue, { round: 0 }],
  ['issue_channel_check', IssueTable, issue, { channel: 'FAX' }],
  ['issue_domain_check', IssueTable, issue, { domain: 'WEATHER' }],
  ['issue_urgency_check', IssueTable, issue, { urgency: 'LOW' }],
  ['issue_first_contact_sub_check', IssueTable, issue, { firstContactSub: '' }],
  [
    'issue_worked_on',
    IssueTable,
    { ...issue, status: 'DISPATCHED', domain: 'TESTING', dispatchedAt: new Date() },
    { domain: null },
  ],
  ['issue_task_force_check', IssueTable, { ...issue, taskForce: 'LABOUR' }, { taskForce: 'labour' }],
  ['issue_answer_check', IssueTable, { ...issue, answer: '凭复工备案领取' }, { answer: '' }],
  ['issue_former_status_check', IssueTable, { ...issue, status: 'REGISTERED' }, { formerStatus: 'CLOSED' }],
  ['issue_merged', IssueTable, issue, { formerStatus: 'REGISTERED' }],
  ['issue_not_into_itself', IssueTable, issue, { status: 'MERGED', formerStatus: 'REGISTERED', mergedInto: issue.id }],
  ['issue_rejected', IssueTable, { ...issue, status: 'REJECTED', statusReason: 'ABUSIVE' }, { statusReason: null }],
  ['issue_solved', IssueTable, { ...issue, status: 'SOLVED', solvedAt: new Date(), ...dueNow }, { solvedAt: null }],
  ['issue_to_call_back', IssueTable, { ...issue, status: 'ANSWERED', ...dueNow }, { callbackDueAt: null }],
  ['issue_guided', IssueTable, { ...issue, guidanceId: uuid, guidanceVersion: 1 }, { guidanceVersion: null }],
  [
    'issue_guidance_version_check',
    IssueTable,
    { ...issue, guidanceId: uuid, guidanceVersion: 1 },
    { guidanceVersion: 0 },
  ],
  ['issue_check1', IssueTable, { ...issue, status: 'WRITTEN_OFF', writtenOffAt: new Date() }, { writtenOffAt: null }],
  ['issue_status_note_check', IssueTable, { ...issue, statusNote: '在象山县' }, { statusNote: '' }],
  ['issue_unreached', IssueTable, { ...offList, unreached: true }, { status: 'REGISTERED', writtenOffAt: null }],
  [
    'issue_call_again',
    IssueTable,
    { ...issue, status: 'ANSWERED', ...dueNow, callAgainAt: new Date() },
    { status: 'REGISTERED', callbackDueAt: null },
  ],
  ['issue_callback_policy', IssueTable, { ...issue, status: 'ANSWERED', ...dueNow }, { callbackPolicyVersion: null }],
  ['report_moved', ReportTable, aReport(), { firstIssueId: issue.id }],
  ['issue_took', IssueTable, { ...issue, urgency: 'URGENT', tookUrgency: true }, { urgency: 'NORMAL' }],
  ['issue_took', IssueTable, { ...issue, optedOut: true, tookOptOut: true }, { optedOut: false }],
  ['issue_answer_round_check', IssueAnswerTable, anAnswer, { round: 0 }],
  ['issue_answer_answer_check', IssueAnswerTable, anAnswer, { answer: '' }],
  ['issue_answer_answered_by_check', IssueAnswerTable, anAnswer, { by: '' }],
  ['issue_answer_moved', IssueAnswerTable, anAnswer, { firstIssueId: issue.id }],
  ['issue_answer_guided', IssueAnswerTable, anAnswer, { guidanceVersion: 1 }],
  [
    'issue_answer_guidance_version_check',
    IssueAnswerTable,
    { ...anAnswer, guidanceId: uuid, guidanceVersion: 1 },
    { guidanceVersion: 0 },
  ],
  ['callback_moved', CallbackTable, aCallback, { firstIssueId: issue.id }],
  ['callback_policy_within_minutes_check', CallbackPolicyTable, callbacks, { withinMinutes: 0 }],
  ['callback_policy_attempts_check', CallbackPolicyTable, callbacks, { attempts: 0, attemptDays: 0 }],
  ['callback_policy_days', CallbackPolicyTable, callbacks, { attemptDays: 4 }],
  ['callback_policy_again_after_minutes_check', CallbackPolicyTable, callbacks, { againAfterMinutes: [] }],
  ['callback_policy_version_check', CallbackPolicyTable, callbacks, { version: 0 }],
  ['callback_policy_set_by_check', CallbackPolicyTable, callbacks, { setBy: '' }],
  ['batch_policy_version_check', BatchPolicyTable, batches, { version: 0 }],
  ['batch_policy_doubtful_below_check', BatchPolicyTable, batches, { doubtfulBelow: 1.01 }],
  ['batch_policy_line_domain_check', BatchPolicyLineTable, batchLine, { domain: 'WEATHER' }],
  ['batch_policy_line_doubtful_below_check', BatchPolicyLineTable, batchLine, { doubtfulBelow: 1.01 }],
  ['batch_policy_set_by_check', BatchPolicyTable, batches, { setBy: '' }],
  ['likeness_policy_version_version_check', LikenessPolicyVersionTable, ninth, { version: 0 }],
  ['likeness_policy_version_set_by_check', LikenessPolicyVersionTable, ninth, { setBy: '' }],
  ['report_channel_check', ReportTable, aReport(), { channel: 'FAX' }],
  ['report_text_check', ReportTable, aReport(), { text: '' }],
  ['report_text_check', ReportTable, aReport({ text: '字'.repeat(4_000) }), { text: '字'.repeat(4_001) }],
  ['report_check', ReportTable, aReport(), { receivedAt: new Date('2020-02-14T01:00:00.001Z') }],
  ['reporter_sealed_check', ReporterTable, aReporter(), { keyId: null }],
  ['reporter_pseudonym_check', ReporterTable, aReporter(), { pseudonym: 1 }],
  ['reporter_gone_check', ReporterTable, gone, { nameMask: '张**' }],
  ['retention_policy_version_check', RetentionPolicyTable, aRetention, { version: 0 }],
  ['retention_policy_kind_check', RetentionPolicyTable, aRetention, { kind: 'GUIDANCE' }],
  ['retention_policy_after_check', RetentionPolicyTable, aRetention, { after: 'PT24H' }],
  ['retention_policy_set_by_check', RetentionPolicyTable, aRetention, { setBy: '' }],
  ['reporter_showing_sub_check', ShowingTable, aShowing(), { sub: '' }],
  ['reporter_showing_reason_check', ShowingTable, aShowing({ reason: '核对地址' }), { reason: '核地址' }],
  ['reporter_showing_refused_as_check', ShowingTable, aShowing(), { refusedAs: 'REPORT_NOT_FOUND' }],
  ['callback_round_check', CallbackTable, aCallback, { round: 0 }],
  ['callback_outcome_check', CallbackTable, aCallback, { outcome: 'PERHAPS' }],
  ['callback_satisfaction_check', CallbackTable, { ...aCallback, satisfaction: 'SATISFIED' }, { satisfaction: 'FINE' }],
  ['common_issue_version_check', CommonIssueTable, common, { version: 0 }],
  ['common_issue_number_check', CommonIssueTable, common, { number: '20200214-0003' }],
  ['common_issue_state_check', CommonIssueTable, common, { state: 'OPEN' }],
  ['common_issue_title_check', CommonIssueTable, common, { title: '' }],
  ['common_issue_domain_check', CommonIssueTable, common, { domain: 'WEATHER' }],
  ['common_issue_urgency_check', CommonIssueTable, common, { urgency: 'LOW' }],
  ['common_issue_origin_check', CommonIssueTable, common, { origin: 'RUMOUR' }],
  ['common_issue_cause_check', CommonIssueTable, { ...common, cause: '铁律第三条' }, { cause: '' }],
  ['common_issue_task_force_check', CommonIssueTable, { ...common, taskForce: 'PASSAGE' }, { taskForce: 'passage' }],
  ['common_issue_proposed_by_check', CommonIssueTable, common, { proposedBy: '' }],
  [
    'common_issue_declined',
    CommonIssueTable,
    { ...common, state: 'DECLINED', declinedAt: new Date() },
    { declinedAt: null },
  ],
  [
    'common_issue_confirmed',
    CommonIssueTable,
    { ...common, state: 'CONFIRMED', confirmedAt: new Date() },
    { confirmedAt: null },
  ],
  [
    'common_issue_settled',
    CommonIssueTable,
    { ...common, state: 'SETTLED', confirmedAt: new Date(), settledAt: new Date() },
    { settledAt: null },
  ],
  [
    'common_issue_closed',
    CommonIssueTable,
    { ...common, state: 'CLOSED', confirmedAt: new Date(), settledAt: new Date(), closedAt: new Date() },
    { closedAt: null },
  ],
  ['common_issue_member_state_check', CommonIssueMemberTable, aMember, { state: 'MAYBE' }],
  ['common_issue_member_score_check', CommonIssueMemberTable, aMember, { score: 1.01 }],
  ['common_issue_member_added_by_check', CommonIssueMemberTable, aMember, { addedBy: '' }],
  [
    'common_issue_member_ended',
    CommonIssueMemberTable,
    { ...aMember, state: 'OUT', endedAt: new Date() },
    { endedAt: null },
  ],
  [
    'common_issue_accepted',
    CommonIssueTable,
    { ...common, acceptedAt: at, acceptedBy: 'lead-1' },
    { acceptedBy: null },
  ],
  ['common_issue_solved', CommonIssueTable, { ...common, solvedAt: at, solvedBy: 'lead-1' }, { solvedBy: null }],
  ['deliberation_participants_check', DeliberationTable, aDeliberation, { participants: [] }],
  ['deliberation_conclusion_check', DeliberationTable, aDeliberation, { conclusion: '' }],
  ['deliberation_recorded_by_check', DeliberationTable, aDeliberation, { recordedBy: '' }],
  ['deliberation_check', DeliberationTable, aDeliberation, { heldAt: new Date('2020-02-14T02:00:00.001Z') }],
  ['guidance_version_check', GuidanceTable, aGuidance, { version: 0 }],
  ['guidance_state_check', GuidanceTable, aGuidance, { state: 'DRAFT' }],
  ['guidance_domain_check', GuidanceTable, aGuidance, { domain: 'WEATHER' }],
  ['guidance_current_version_check', GuidanceTable, aGuidance, { currentVersion: 0 }],
  [
    'guidance_withdrawn',
    GuidanceTable,
    { ...aGuidance, state: 'WITHDRAWN', withdrawnAt: at, withdrawnBy: 'analyst-1', withdrawnBecause: '有误' },
    { withdrawnBecause: null },
  ],
  ['guidance_version_number_check', GuidanceVersionTable, aVersion, { number: 0 }],
  ['guidance_version_title_check', GuidanceVersionTable, aVersion, { title: '' }],
  ['guidance_version_text_check', GuidanceVersionTable, aVersion, { text: '' }],
  ['guidance_version_domain_check', GuidanceVersionTable, aVersion, { domain: 'WEATHER' }],
  ['guidance_version_sizes_check', GuidanceVersionTable, aVersion, { sizes: ['HUGE'] }],
  ['guidance_version_task_force_check', GuidanceVersionTable, aVersion, { taskForce: 'passage' }],
  ['guidance_version_published_by_check', GuidanceVersionTable, aVersion, { publishedBy: '' }],
  ['guidance_version_dates', GuidanceVersionTable, aVersion, { effectiveTo: '2020-02-13' }],
  ['batch_version_check', BatchTable, aBatch, { version: -1 }],
  ['batch_state_check', BatchTable, confirmed, { state: 'DONE' }],
  ['batch_previewed_by_check', BatchTable, aBatch, { previewedBy: '' }],
  ['batch_confirmed', BatchTable, confirmed, { confirmedBy: null }],
  [
    'batch_reverted',
    BatchTable,
    { ...confirmed, state: 'REVERTED', revertedAt: at, revertedBy: 'analyst-1', revertedBecause: '有误' },
    { revertedBecause: null },
  ],
  [
    'batch_item_verdict_check',
    BatchItemTable,
    { ...anItem, verdict: 'DOUBTFUL', verdictBecause: 'URGENT' },
    { verdict: 'MAYBE' },
  ],
  ['batch_item_outcome_check', BatchItemTable, anItem, { outcome: 'DONE' }],
  [
    'batch_item_revert_outcome_check',
    BatchItemTable,
    { ...anItem, revertOutcome: 'REVERTED' },
    { revertOutcome: 'DONE' },
  ],
  ['batch_item_judged', BatchItemTable, anItem, { verdictBecause: 'URGENT' }],
  [
    'batch_item_excluded',
    BatchItemTable,
    { ...anItem, verdict: 'DOUBTFUL', verdictBecause: 'URGENT' },
    { verdict: 'EXCLUDED' },
  ],
  ['batch_item_confirmed', BatchItemTable, anItem, { confirmedBy: null }],
  [
    'batch_item_told',
    BatchItemTable,
    { ...anItem, outcome: 'FAILED', outcomeBecause: 'poison' },
    { outcomeBecause: null },
  ],
  ['batch_item_applied', BatchItemTable, anItem, { before: null }],
  ['batch_item_reverted', BatchItemTable, { ...anItem, revertOutcome: 'PENDING' }, { outcome: 'PENDING' }],
  [
    'batch_item_revert_told',
    BatchItemTable,
    { ...anItem, revertOutcome: 'SKIPPED', revertBecause: 'WRITTEN_OFF' },
    { revertBecause: null },
  ],
  ['issue_suggestion_scorer_check', IssueSuggestionTable, aSuggestion, { scorer: '' }],
  ['issue_suggestion_domain_check', IssueSuggestionTable, aSuggestion, { domain: 'WEATHER' }],
  ['issue_suggestion_urgency_check', IssueSuggestionTable, aSuggestion, { urgency: 'LOW' }],
  ['common_issue_core_version_check', CommonIssueCoreTable, aCore, { version: 0 }],
  ['likeness_policy_version_check', LikenessPolicyTable, aPolicy, { version: 0 }],
  ['likeness_policy_domain_check', LikenessPolicyTable, aPolicy, { domain: 'WEATHER' }],
  ['likeness_policy_alike_check', LikenessPolicyTable, aPolicy, { alike: 1.01 }],
  ['likeness_policy_duplicate_check', LikenessPolicyTable, aPolicy, { duplicate: -0.01 }],
  ['likeness_policy_firms_check', LikenessPolicyTable, aPolicy, { firms: 1 }],
  ['likeness_policy_window_hours_check', LikenessPolicyTable, aPolicy, { windowHours: 0 }],
  ['likeness_policy_duplicate_days_check', LikenessPolicyTable, aPolicy, { duplicateDays: 0 }],
  ['callback_check', CallbackTable, { ...aCallback, satisfaction: 'SATISFIED' }, { outcome: 'NOT_REACHED' }],
  ...closureRefusals,
];

const report = aReport();
const guided: readonly [EntitySchema, object][] = [
  [GuidanceTable, aGuidance],
  [GuidanceVersionTable, aVersion],
];

/** What has to be there before a row can be. */
const needs = new Map<EntitySchema, readonly [EntitySchema, object][]>([
  [ReportTable, [[IssueTable, issue]]],
  [
    ReporterTable,
    [
      [IssueTable, issue],
      [ReportTable, report],
    ],
  ],
  [
    ShowingTable,
    [
      [IssueTable, issue],
      [ReportTable, report],
    ],
  ],
  [CallbackTable, [[IssueTable, issue]]],
  [IssueAnswerTable, [[IssueTable, issue], ...guided]],
  [FirmChangeTable, [[FirmTable, aFirm()]]],
  [
    FirmCorrectionTable,
    [
      [IssueTable, issue],
      [FirmTable, aFirm()],
    ],
  ],
  [
    CommonIssueMemberTable,
    [
      [IssueTable, issue],
      [CommonIssueTable, common],
    ],
  ],
  [LikenessPolicyTable, [[LikenessPolicyVersionTable, ninth]]],
  [IssueSuggestionTable, [[IssueTable, issue]]],
  [CommonIssueCoreTable, [[CommonIssueTable, common]]],
  [DeliberationTable, [[CommonIssueTable, common]]],
  [BatchTable, guided],
  [BatchItemTable, [[IssueTable, issue], ...guided, [BatchTable, aBatch]]],
]);

/** Stores a row for as long as it takes to see whether it may. @returns the CHECK that refused it, or null */
async function tried(table: EntitySchema, row: object): Promise<string | null> {
  const runner = schema.db.source.createQueryRunner();
  await runner.startTransaction();
  try {
    for (const [needed, its] of needs.get(table) ?? []) await runner.manager.insert(needed, its);
    await runner.manager.insert(table, row);
    return null;
  } catch (cause) {
    if (!(cause instanceof QueryFailedError)) throw cause;
    return (cause.driverError as { constraint?: string }).constraint ?? cause.message;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

describe('a CHECK', () => {
  it.each(refused)('%s refuses what it is for, and that alone', async (constraint, table, row, fault) => {
    expect([await tried(table, row), await tried(table, { ...row, ...fault })]).toEqual([null, constraint]);
  });

  it('that nobody has seen red is not in our tables', async () => {
    const checks: { name: string }[] = await schema.db.source.query(
      `select distinct conname as name from pg_constraint where contype = 'c' and conrelid = any($1::text[]::regclass[])`,
      [intake.tables.map((table) => table.options.name)],
    );
    expect(checks.map(({ name }) => name).toSorted()).toEqual([...new Set(refused.map(([name]) => name))].toSorted());
  });
});
