import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@qifutong/platform/viewer';
import { FirmQueries } from '../src/firm/firm.queries.ts';
import type { CallbackFilter, FirmFilter, IssueFilter } from '../src/generated/graphql.ts';
import { AnswerQueries } from '../src/issue/answer.queries.ts';
import { CallbackQueries } from '../src/issue/callback.queries.ts';
import { IssueMoveQueries } from '../src/issue/issue-move.queries.ts';
import { IssueQueries, scopeOf } from '../src/issue/issue.queries.ts';
import { overlookedSince, waitingFor } from '../src/issue/waiting.queries.ts';
import { ReportQueries } from '../src/report/report.queries.ts';
import { aSubmission } from './builders.ts';
import { FirmCorrectionQueries } from '../src/issue/firm-correction.queries.ts';
import { MergeQueries } from '../src/issue/merge.queries.ts';
import { bootIntake, withoutJobs, type TestIntake } from './intake.ts';
import { fill } from './many.ts';
import { planOf, statementsOf } from './statements.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake({}, withoutJobs);
  await fill(intake, 46_958, 100_000);
}, 120_000);
afterAll(() => intake.stop());

const viewer: Viewer = {
  sub: 'analyst-1',
  name: '研判员甲',
  roles: ['ANALYST'],
  taskForce: null,
  firm: null,
  town: null,
};
const aFirm: Viewer = { ...viewer, roles: ['FIRM'], firm: '91330226MA00000420' };
const department: Viewer = { ...viewer, roles: ['DEPARTMENT'], town: '330226110' };
const codes = Array.from({ length: 50 }, (_, i) => `91330226MA000${4_000 + i}0`);
const town = '330226110';

/** The plans of the very statements that a piece of work sends. */
async function plansOf(work: () => Promise<unknown>) {
  const { source } = intake.service.db;
  const statements = await statementsOf(source, work);
  return Promise.all(statements.map((statement) => planOf(source, statement)));
}

/** Those of a list's first page and of the one after it. */
function plansOfPages(asker: Viewer, filter: IssueFilter) {
  const queries = intake.service.app.get(IssueQueries);
  return plansOf(async () => {
    const { pageInfo } = await queries.list(asker, filter, { first: 20, after: null });
    expect(pageInfo.endCursor).not.toBeNull();
    await queries.list(asker, filter, { first: 20, after: pageInfo.endCursor });
  });
}

describe('among 100,000 issues and 46,958 firms no list reads a whole table', () => {
  it.each<[string, Viewer, IssueFilter, string]>([
    ['the newest', viewer, {}, 'issue_newest'],
    ['of a state', viewer, { status: ['SOLVED'] }, 'issue_by_status'],
    ['of a domain', viewer, { domain: 'PROJECT' }, 'issue_by_domain'],
    ['of a town', viewer, { townCode: town }, 'issue_by_town'],
    ['of the state that most have', viewer, { status: ['WRITTEN_OFF'] }, 'issue_newest'],
    ['that came by a visit', viewer, { channel: 'VISIT' }, 'issue_by_channel'],
    ['that are urgent', viewer, { urgency: 'URGENT' }, 'issue_urgent'],
    ['of a firm', viewer, { firm: '91330226MA00000770' }, 'issue_of_firm'],
    ['of a task force', viewer, { taskForce: 'PROJECT' }, 'issue_by_task_force'],
    ['that are open', viewer, { open: true }, 'issue_open'],
    ['that are to be reviewed', viewer, { reviewDue: true }, 'issue_review_due'],
    ['of a day', viewer, { registeredFrom: '2020-02-15', registeredTo: '2020-02-15' }, 'issue_newest'],
    ["of a department's town", department, {}, 'issue_by_town'],
  ])('issues %s', async (_, asker, filter, index) => {
    const found = await plansOfPages(asker, filter);
    expect(found.map(({ indexes }) => indexes)).toEqual([[index], [index]]);
    expect(found.flatMap(({ kinds }) => kinds)).not.toContain('Seq Scan');
  });

  it.each<[string, Viewer, IssueFilter]>([
    ['by the beginning of the number', viewer, { number: '20200214-0778' }],
    ['of several states', viewer, { status: ['REGISTERED', 'REOPENED', 'SOLVED'] }],
    ['of a town, in a state', viewer, { townCode: town, status: ['SOLVED'] }],
    ['of a town, a domain and states', viewer, { townCode: town, domain: 'TESTING', status: ['SOLVED', 'REOPENED'] }],
    ['of a task force that has many, open', viewer, { taskForce: 'LABOUR', open: true }],
    ['of a task force that has many, in a state', viewer, { taskForce: 'LABOUR', status: ['IN_PROGRESS'] }],
    ['of a town, open', viewer, { townCode: town, open: true }],
    ['of a domain, open', viewer, { domain: 'TESTING', open: true }],
    ['of a domain, by channel', viewer, { domain: 'TESTING', channel: 'VISIT' }],
    ['urgent and open', viewer, { urgency: 'URGENT', open: true }],
    ['that are closed', viewer, { open: false }],
    ['of a town, of a day', viewer, { townCode: town, registeredFrom: '2020-02-14', registeredTo: '2020-02-14' }],
    ['of a domain and a state', viewer, { domain: 'TESTING', status: ['WRITTEN_OFF'] }],
  ])('issues %s', async (_, asker, filter) => {
    const found = await plansOfPages(asker, filter);
    expect(found.flatMap(({ kinds }) => kinds)).not.toContain('Seq Scan');
  });

  it.each<[string, IssueFilter, string]>([
    ['of a common issue', { commonIssueId: '01900000-0000-7000-8000-0000000000d1' }, 'issue_of_common_issue'],
    ['whose callback is overdue', { callbackOverdue: true }, 'issue_callback_due'],
  ])('issues %s', async (_, filter, index) => {
    const found = await plansOf(() =>
      intake.service.app.get(IssueQueries).list(viewer, filter, { first: 20, after: null }),
    );
    expect(found.at(-1)?.indexes).toEqual([index]);
    expect(found.flatMap(({ kinds }) => kinds)).not.toContain('Seq Scan');
  });

  it.each<[string, Viewer, CallbackFilter]>([
    ['by whoever may', viewer, {}],
    ['by an operator', { ...viewer, roles: ['OPERATOR'] }, {}],
    ['that are overdue', viewer, { overdue: true }],
    ['of a town', viewer, { townCode: town }],
    ['of a domain', viewer, { domain: 'TESTING' }],
  ])('issues to be called back %s', async (_, asker, filter) => {
    const queries = intake.service.app.get(CallbackQueries);
    const found = await plansOf(async () => {
      const { pageInfo } = await queries.due(asker, filter, { first: 5, after: null });
      expect(pageInfo.endCursor).not.toBeNull();
      await queries.due(asker, filter, { first: 5, after: pageInfo.endCursor });
    });
    const lists = found.filter(({ kinds }) => !kinds.includes('Result'));
    expect(lists.map(({ indexes }) => indexes)).toEqual([['issue_callback_due'], ['issue_callback_due']]);
    expect(lists.flatMap(({ kinds }) => kinds)).not.toContain('Seq Scan');
  });

  it('the timelines of 50 issues, what was merged into them, what was set right of them, what was answered', async () => {
    const ids = (await intake.sql<{ id: string }>('select id from issue limit 50')).map(({ id }) => id);
    await intake.sql(`insert into firm_correction (id, issue_id, was, corrected_by, corrected_at, reason)
      select gen_random_uuid(), id, firm_credit_code, 'analyst-1', registered_at, '听错' from issue where firm_credit_code is not null limit 20000`);
    await intake.sql(`insert into issue_answer (id, issue_id, round, answer, answered_at)
      select gen_random_uuid(), id, 1, '凭备案领取', registered_at from issue limit 20000`);
    await intake.sql('analyze firm_correction, issue_answer');
    const found = await plansOf(async () => {
      await intake.service.app.get(IssueMoveQueries).ofIssues(ids);
      await intake.service.app.get(MergeQueries).mergedFrom(ids);
      await intake.service.app.get(FirmCorrectionQueries).ofIssues(ids);
      await intake.service.app.get(AnswerQueries).ofIssues(ids);
    });
    expect(found.map(({ indexes }) => indexes)).toEqual([
      ['issue_move_of_issue'],
      ['issue_merged_into'],
      ['firm_correction_of'],
      ['issue_answer_of'],
    ]);
  });

  it("a firm's own issues", async () => {
    const found = await plansOf(() => intake.service.app.get(IssueQueries).list(aFirm, {}, { first: 20, after: null }));
    expect(found.map(({ indexes }) => indexes)).toEqual([['issue_of_firm']]);
    expect(found.flatMap(({ kinds }) => kinds)).not.toContain('Seq Scan');
  });

  it.each([null, true, false])('the issues of 50 firms at once, open %s', async (open) => {
    const queries = intake.service.app.get(IssueQueries);
    const asked = { first: 5, after: null, open, scope: scopeOf(viewer) };
    const found = await plansOf(() => queries.pagesOfFirms(codes, asked));
    expect(found.map(({ indexes }) => indexes)).toEqual([['issue_of_firm'], ['issue_pkey']]);
    expect(found.flatMap(({ kinds }) => kinds)).not.toContain('Seq Scan');
  });

  it.each<[string, FirmFilter, string | null]>([
    ['by credit code', {}, 'firm_pkey'],
    ['of a town with few', { townCode: '330226202' }, 'firm_town'],
    ['of a town with many', { townCode: town }, null],
    ['by a rare part of the name', { name: '海a1b2' }, 'firm_name_part'],
    ['by a part of the name that most have', { name: '有限公司' }, null],
    ['by two letters of the name', { name: 'a1' }, null],
    ['of a town, by a part of the name', { townCode: town, name: 'a1' }, null],
  ])('firms %s', async (_, filter, index) => {
    const found = await plansOf(() => intake.service.app.get(FirmQueries).list(filter, { first: 20, after: null }));
    expect(found.flatMap(({ kinds }) => kinds)).not.toContain('Seq Scan');
    if (index !== null) expect(found.map(({ indexes }) => indexes)).toEqual([[index]]);
  });

  it('and a query without an index is found out', async () => {
    const sql = `select * from issue where first_contact_name = $1`;
    expect((await planOf(intake.service.db.source, { sql, parameters: ['某甲'] })).kinds.join()).toMatch(/Seq Scan/);
  });
});

describe('among 8,000 issues without a firm, what seeks one reads no whole table', () => {
  beforeAll(async () => {
    await intake.sql(`with chosen as (select id, row_number() over () as n from issue limit 8000),
      unmatched as (update issue i set firm_credit_code = null, firm_name = '宁海' || n || '号厂' from chosen where chosen.id = i.id returning i.id, n, registered_at)
      insert into report (id, issue_id, channel, text, firm_credit_code, taken_by, external_ref, request_id, received_at, registered_at)
      select gen_random_uuid(), id, 'HOTLINE', '口罩', case when n % 10 = 0 then '91330226MB' || lpad(n::text, 7, '0') || '0' end, 'operator-1',
        'e-' || n, 'r-' || n, registered_at, registered_at from unmatched`);
    await intake.sql(`insert into firm_change (id, credit_code, version, changed_at, changed_by)
      select gen_random_uuid(), credit_code, 1, now(), 'operator-1' from firm`);
    await intake.sql('analyze issue, report, firm_change');
  }, 60_000);

  it('those that are to be matched', async () => {
    const found = await plansOfPages(viewer, { firmMatched: false });
    expect(found.map(({ indexes }) => indexes)).toEqual([['issue_without_firm_newest'], ['issue_without_firm_newest']]);
  });

  it('the firm of a name as heard, and what else a report meets', async () => {
    const submission = aSubmission({ firmName: '老厂', requestId: 'r-1', externalRef: 'e-1', townCode: town });
    const [found] = await plansOf(() => intake.service.app.get(ReportQueries).circumstances(submission));
    const indexes = ['firm_alias', 'firm_name', 'report_external_ref', 'report_request_id'];
    expect(found!.indexes.filter((index) => index !== 'town_pkey').toSorted()).toEqual(indexes);
  });

  it('the firms that names as heard may mean', async () => {
    const heard = ['颖泰压铸', '澄隆文具'].map((firmName) => ({ firmName, townCode: null }));
    const found = await plansOf(() => intake.service.app.get(FirmQueries).candidatesFor(heard));
    expect(found.map(({ indexes }) => indexes)).toEqual([['firm_name_key']]);
  });

  it("a firm's history", async () => {
    const queries = intake.service.app.get(FirmQueries);
    const found = await plansOf(() => queries.historiesOf(codes, { first: 5, after: null }));
    expect(found.flatMap(({ kinds }) => kinds)).not.toContain('Seq Scan');
  });

  it('the issues that waited for firms that come into the register, or were overlooked', async () => {
    const { manager } = intake.service.db.source;
    const names = Array.from({ length: 500 }, (_, i) => `宁海${i}号厂`);
    const [come] = await plansOf(() => waitingFor(manager, { codes, names }));
    expect(come!.indexes).toEqual(expect.arrayContaining(['report_of_firm', 'issue_without_firm']));
    const [overlooked] = await plansOf(() => overlookedSince(manager, new Date()));
    expect(overlooked!.indexes).toEqual(expect.arrayContaining(['issue_without_firm_changed', 'firm_change_newest']));
    expect([...come!.kinds, ...overlooked!.kinds]).not.toContain('Seq Scan');
  });

  it('the newest report that was loaded', async () => {
    const [found] = await plansOf(() => intake.service.app.get(ReportQueries).loaded());
    expect(found!.indexes).toContain('issue_loaded');
  });
});
