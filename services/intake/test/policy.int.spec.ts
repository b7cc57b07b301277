import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '@qifutong/platform/viewer';
import { creditCodeOf } from './builders.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { postAs } from './post.ts';
import { allowedBy, fieldsOf } from './sdl.ts';
import { solve, taskForcesOf } from './task-events.ts';

const nobodyKnows = '01900000-0000-7000-8000-000000000000';

/** One valid use of every field of Query and Mutation. */
const uses: Readonly<Record<string, string>> = {
  firm: `firm(creditCode: "${creditCodeOf(1)}") { name }`,
  firms: 'firms { nodes { name } }',
  issue: `issue(id: "${nobodyKnows}") { id }`,
  issues: 'issues { nodes { id } }',
  issueByNumber: 'issueByNumber(number: "20200214-9999") { id }',
  callbacksDue: 'callbacksDue { nodes { id } }',
  town: 'town(code: "330226110") { name }',
  towns: 'towns { name }',
  viewer: 'viewer { sub }',
  countyOverview: 'countyOverview { open }',
  figures: 'figures(from: "2020-02-14", to: "2020-02-15", by: DAY) { key }',
  dailyClosure: 'dailyClosure(day: "2020-02-14") { day }',
  dailyClosures: 'dailyClosures { nodes { day } }',
  dailyClosureAlarms: 'dailyClosureAlarms { day }',
  intakeTrail: 'intakeTrail { nodes { id } }',
  recordExport: 'recordExport(input: { exported: FIRMS, rows: 1 }) { __typename }',
  signDailyClosure: 'signDailyClosure(input: { day: "2020-02-14" }) { __typename }',
  addAddendum: 'addAddendum(input: { day: "2020-02-14", text: "更正" }) { __typename }',
  submitReport: 'submitReport(input: { channel: ONLINE, text: "口罩不够" }) { __typename }',
  loadReport: 'loadReport(input: { channel: ONLINE, text: "口罩不够" }) { __typename }',
  recordCall: 'recordCall(input: { channel: HOTLINE, purpose: ENQUIRY }) { __typename }',
  registerFirm: `registerFirm(input: { creditCode: "${creditCodeOf(2)}", name: "二号厂", townCode: "330226110" }) { __typename }`,
  importFirms: 'importFirms(input: { rows: [] }) { __typename }',
  matchIssueFirm: `matchIssueFirm(input: { issueId: "${nobodyKnows}", creditCode: "${creditCodeOf(1)}" }) { __typename }`,
  correctIssueFirm: `correctIssueFirm(input: { issueId: "${nobodyKnows}", reason: "听错" }) { __typename }`,
  triageIssue: `triageIssue(input: { issueId: "${nobodyKnows}", domain: TESTING }) { __typename }`,
  dispatchIssue: `dispatchIssue(input: { issueId: "${nobodyKnows}" }) { __typename }`,
  commonIssue: `commonIssue(id: "${nobodyKnows}") { id }`,
  commonIssues: 'commonIssues(state: PROPOSED) { nodes { id } }',
  guidance: `guidance(id: "${nobodyKnows}") { id }`,
  guidances: 'guidances(search: "消毒") { nodes { id } }',
  batch: `batch(id: "${nobodyKnows}") { id }`,
  batches: 'batches { nodes { id } }',
  proposeCommonIssue: `proposeCommonIssue(input: { title: "卡点", domain: PASSAGE, issueIds: ["${nobodyKnows}"] }) { __typename }`,
  confirmCommonIssue: `confirmCommonIssue(input: { commonIssueId: "${nobodyKnows}" }) { __typename }`,
  declineProposal: `declineProposal(input: { commonIssueId: "${nobodyKnows}", reason: "不是" }) { __typename }`,
  dispatchCommonIssue: `dispatchCommonIssue(input: { commonIssueId: "${nobodyKnows}" }) { __typename }`,
  setCause: `setCause(input: { commonIssueId: "${nobodyKnows}", cause: "铁律" }) { __typename }`,
  linkIssue: `linkIssue(input: { commonIssueId: "${nobodyKnows}", issueId: "${nobodyKnows}" }) { __typename }`,
  unlinkIssue: `unlinkIssue(input: { issueId: "${nobodyKnows}", reason: "不是" }) { __typename }`,
  recordDeliberation: `recordDeliberation(input: { commonIssueId: "${nobodyKnows}", heldAt: "2020-02-14T02:00:00Z", participants: ["县府办"], conclusion: "办" }) { __typename }`,
  publishGuidance: `publishGuidance(input: { guidanceId: "${nobodyKnows}", title: "甲", text: "乙", domain: PASSAGE, effectiveFrom: "2020-02-14" }) { __typename }`,
  withdrawGuidance: `withdrawGuidance(input: { guidanceId: "${nobodyKnows}", reason: "有误" }) { __typename }`,
  previewBatch: `previewBatch(input: { guidanceId: "${nobodyKnows}" }) { __typename }`,
  applyBatch: `applyBatch(input: { batchId: "${nobodyKnows}" }) { __typename }`,
  revertBatch: `revertBatch(input: { batchId: "${nobodyKnows}", reason: "有误" }) { __typename }`,
  revealReporter: `revealReporter(input: { reportId: "${nobodyKnows}", reason: "核对地址" }) { __typename }`,
  answerIssue: `answerIssue(input: { issueId: "${nobodyKnows}", answer: "可" }) { __typename }`,
  rejectIssue: `rejectIssue(input: { issueId: "${nobodyKnows}", reason: ABUSIVE }) { __typename }`,
  reopenIssue: `reopenIssue(input: { issueId: "${nobodyKnows}", reason: "来电" }) { __typename }`,
  completeReview: `completeReview(input: { issueId: "${nobodyKnows}" }) { __typename }`,
  intakePolicy: 'intakePolicy { doubtfulBelow }',
  callbackPolicy: 'callbackPolicy { version }',
  likenessPolicy: 'likenessPolicy(version: 1) { version }',
  batchPolicy: 'batchPolicy { version }',
  setCallbackPolicy:
    'setCallbackPolicy(input: { withinMinutes: 1440, attempts: 3, attemptDays: 2, againAfterMinutes: [120] }) { __typename }',
  setLikenessPolicy: 'setLikenessPolicy(input: { lines: [] }) { __typename }',
  setBatchPolicy: 'setBatchPolicy(input: { doubtfulBelow: 0.5 }) { __typename }',
  retentionPolicy: 'retentionPolicy { version }',
  retentionDryRun: 'retentionDryRun { policyVersion }',
  setRetentionPolicy: 'setRetentionPolicy(input: { lines: [] }) { __typename }',
  setOptOut: `setOptOut(input: { issueId: "${nobodyKnows}", optedOut: true }) { __typename }`,
  mergeIssue: `mergeIssue(input: { issueId: "${nobodyKnows}", intoIssueId: "${nobodyKnows}" }) { __typename }`,
  unmergeIssue: `unmergeIssue(input: { issueId: "${nobodyKnows}", reason: "并错" }) { __typename }`,
  writeOffUnreached: `writeOffUnreached(input: { issueId: "${nobodyKnows}", reason: "停机" }) { __typename }`,
  recordCallback: `recordCallback(input: { issueId: "${nobodyKnows}", outcome: SETTLED }) { __typename }`,
};

const fields = (['Query', 'Mutation'] as const).flatMap((type) =>
  fieldsOf(type).map((field) => ({ type, name: field.name.value, allowed: allowedBy(field) ?? [] })),
);
const cases = fields.flatMap(({ type, name, allowed }) =>
  roles.map((role) => ({ type, name, role, outcome: allowed.includes(role) ? 'allowed' : 'FORBIDDEN' })),
);

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms({ creditCode: creditCodeOf(1) });
});
afterAll(() => intake.stop());

const asker = (role: string) => ({
  sub: `${role}-1`,
  roles: [role],
  ...(role === 'FIRM' ? { firm: creditCodeOf(1) } : {}),
});
const operation = (type: string, name: string) => `${type.toLowerCase()} { ${uses[name] ?? name} }`;
const outcomeOf = (errors: readonly { readonly extensions: { readonly code: string } }[] | undefined) =>
  errors?.map(({ extensions }) => extensions.code).join() ?? 'allowed';

describe('who may use what', () => {
  it('is tried for every field of Query and Mutation, and every one of them says who may', () => {
    expect(fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(uses).toSorted());
    expect(fields.filter(({ allowed }) => allowed.length === 0)).toEqual([]);
  });

  it.each(cases)('$type.$name as $role: $outcome', async ({ type, name, role, outcome }) => {
    expect(outcomeOf((await intake.ask(operation(type, name), {}, asker(role))).errors)).toBe(outcome);
  });

  it.each(fields)(
    '$type.$name as nobody: UNAUTHENTICATED; as somebody without a role: FORBIDDEN',
    async ({ type, name }) => {
      expect(outcomeOf((await postAs(intake, null, { query: operation(type, name) })).errors)).toBe('UNAUTHENTICATED');
      expect(outcomeOf((await intake.ask(operation(type, name), {}, { roles: [] })).errors)).toBe('FORBIDDEN');
    },
  );

  it('is not changed by writing a field in another way', async () => {
    const hidden =
      'mutation { a: __typename ...F } fragment F on Mutation { b: dispatchIssue(input: { issueId: "x" }) { __typename } }';
    expect(outcomeOf((await intake.ask(hidden, {}, asker('OPERATOR'))).errors)).toBe('FORBIDDEN');
  });
});

describe('who may read what of an issue', () => {
  const guarded = [
    'Firm.issues',
    'Issue.reports',
    'Issue.commonIssue',
    'Issue.batch',
    'Issue.suggestion',
    'Firm.history',
    'Issue.firmCandidates',
    'Issue.firmCorrections',
    'Issue.answer',
    'Issue.answers',
    'Issue.moves',
    'Issue.statusNote',
    'Issue.statusReason',
    'Report.showings',
    'Callback.note',
    'Callback.calledBy',
  ];
  const inner = ['Firm', 'Issue', 'Callback', 'Report'].flatMap((type) =>
    fieldsOf(type).flatMap((field) => {
      const allowed = allowedBy(field);
      return allowed ? [{ path: `${type}.${field.name.value}`, allowed }] : [];
    }),
  );

  it('is said on these fields', () => {
    expect(inner.map(({ path }) => path).toSorted()).toEqual(guarded.toSorted());
  });

  it('is refused where it is asked, field by field, to every role that is not named', async () => {
    const taskForces = await taskForcesOf(intake);
    const { issue } = await intake.submit({ firmCreditCode: creditCodeOf(1) });
    await intake.triage(issue.id);
    await intake.dispatch(issue.id);
    await solve(taskForces, issue.id);
    await intake.callBack(issue.id, { outcome: 'NOT_REACHED', note: '无人接听' });
    await taskForces.stop();
    const paths: Readonly<Record<string, string>> = {
      'Firm.history': '... on Firm { history { nodes { id } } }',
      'Issue.firmCandidates': '... on Issue { firmCandidates { score } }',
      'Issue.firmCorrections': '... on Issue { firmCorrections { reason } }',
      'Firm.issues': '... on Firm { issues { nodes { id } } }',
      'Issue.suggestion': '... on Issue { suggestion { domain } }',
      'Issue.answer': '... on Issue { answer }',
      'Issue.answers': '... on Issue { answers { answer } }',
      'Issue.moves': '... on Issue { moves { reason } }',
      'Issue.statusNote': '... on Issue { statusNote }',
      'Issue.statusReason': '... on Issue { statusReason }',
      'Issue.reports': '... on Issue { reports { text } }',
      'Issue.commonIssue': '... on Issue { commonIssue { id } }',
      'Issue.batch': '... on Issue { batch { id } }',
      'Report.showings': '... on Issue { reports { showings { nodes { id } } } }',
      'Callback.note': '... on Issue { callbacks { note } }',
      'Callback.calledBy': '... on Issue { callbacks { calledBy } }',
    };
    const representations = [
      { __typename: 'Issue', id: issue.id },
      { __typename: 'Firm', creditCode: creditCodeOf(1) },
    ];
    const tried: string[] = [];
    const expected: string[] = [];
    for (const { path, allowed } of inner) {
      for (const role of roles) {
        const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${paths[path]} } }`;
        const { errors } = await intake.ask(query, { representations }, asker(role));
        tried.push(`${path} as ${role}: ${outcomeOf(errors)}`);
        expected.push(`${path} as ${role}: ${allowed.includes(role) ? 'allowed' : 'FORBIDDEN'}`);
      }
    }
    expect(tried).toEqual(expected);
  });
});
