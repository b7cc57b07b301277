import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SuggestionService } from '../src/likeness/suggestion.service.ts';
import { creditCodeOf } from './builders.ts';
import { commonIssuesOf } from './common-issues.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst } from './people.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms({ creditCode: creditCodeOf(1), name: '宁海甲岚模具有限公司' });
});
afterEach(() =>
  intake.sql(
    `update guidance set state = 'WITHDRAWN', withdrawn_at = now(), withdrawn_by = 'analyst-1', withdrawn_because = '过时' where state = 'PUBLISHED'`,
  ),
);
afterAll(() => intake.stop());

const rent = { title: '房租减免办法', text: '承租国有经营性用房的企业,减免两个月租金,向出租方申请。' };
const aboutRent = '我们租的国有厂房,房租减免向谁申请?';
const boats = { title: '渔船靠港后渔民上岸办法', text: '渔船到渔港后,渔民凭健康码上岸。' };
const aboutBoats = '我们的渔船到了渔港,渔民不准上岸';

interface Written {
  readonly title: string;
  readonly text: string;
}

/** @returns its id; as it was published, whatever may be published now */
async function published({ title, text }: Written, from = '2020-02-01', to: string | null = null): Promise<string> {
  const [{ id } = { id: '' }] = await intake.sql<{ id: string }>(
    `with published as (
       insert into guidance (id, version, state, domain, current_version, published_at) values (uuidv7(), 1, 'PUBLISHED', 'POLICY', 1, now()) returning id)
     insert into guidance_version (id, guidance_id, number, title, text, domain, town_codes, industries, sizes, effective_from, effective_to, published_at, published_by)
     select uuidv7(), id, 1, $1, $2, 'POLICY', '{}', '{}', '{}', $3, $4, now(), 'analyst-1' from published returning guidance_id as id`,
    [title, text, from, to],
  );
  return id;
}

const withdrawn = (guidanceId: string) => commonIssuesOf(intake).withdraw({ guidanceId, reason: '不再适用' });

/** A common issue that people opened, and that a guidance about something else settled. */
async function settledBy(guidanceId: string, state: 'SETTLED' | 'CLOSED', title: string): Promise<string> {
  const [{ id } = { id: '' }] = await intake.sql<{ id: string }>(
    `insert into common_issue (id, version, number, state, title, domain, urgency, origin, evidence, cause_is_own_rule, proposed_at, proposed_by,
       confirmed_at, confirmed_by, settled_at, closed_at, guidance_id)
     select uuidv7(), 1, '共20200101-' || (select 9000 + count(*) from common_issue), $1, $2, 'OTHER', 'NORMAL', 'FORESIGHT', '{}', false, now(), 'analyst-1',
       now(), 'analyst-1', now(), case when $1 = 'CLOSED' then now() end, $3 returning id`,
    [state, title, guidanceId],
  );
  return id;
}

const report = (text: string) => intake.registered({ text, firmCreditCode: creditCodeOf(1) });

async function settled(): Promise<void> {
  const service = intake.service.app.get(SuggestionService);
  while ((await intake.sql<{ n: number }>('select count(*)::int as n from issue_to_suggest'))[0]!.n > 0)
    await service.suggestWaiting();
}

async function suggested(id: string): Promise<{ guidances: string[]; commonIssues: string[] }> {
  await settled();
  const { issue } = await intake.get<{ issue: { suggestion: Suggested } }>(
    `query ($id: ID!) { issue(id: $id) { suggestion { guidances { guidance { id } } commonIssues { commonIssue { id } } } } }`,
    { id },
    analyst,
  );
  const { guidances, commonIssues } = issue.suggestion;
  return {
    guidances: guidances.map(({ guidance }) => guidance.id),
    commonIssues: commonIssues.map(({ commonIssue }) => commonIssue.id),
  };
}

async function evidenceFor(id: string): Promise<readonly string[]> {
  const { issue } = await intake.get<{ issue: { suggestion: { guidances: { evidence: string[] }[] } } }>(
    `query ($id: ID!) { issue(id: $id) { suggestion { guidances { evidence } } } }`,
    { id },
    analyst,
  );
  return issue.suggestion.guidances.flatMap(({ evidence }) => evidence);
}

interface Suggested {
  readonly guidances: readonly { readonly guidance: { readonly id: string } }[];
  readonly commonIssues: readonly { readonly commonIssue: { readonly id: string } }[];
}

const guidancesFor = async (text: string) => (await suggested(await report(text))).guidances;

describe('a guidance that is suggested', () => {
  it('is found though it is the oldest of many that share a word with the issue', async () => {
    const id = await published(rent);
    for (let n = 0; n < 130; n++)
      await published({ title: `第${n}号国有厂房招商公告`, text: `第${n}号国有厂房面向企业公开招商,名额有限。` });
    expect((await guidancesFor(aboutRent))[0]).toBe(id);
  });

  it.each([
    ['has not expired', '2020-02-01', '2020-03-01'],
    ['is in force already', '2999-01-01', null],
  ])('%s', async (_, from, to) => {
    await published(rent, from, to);
    expect(await guidancesFor(aboutRent)).toEqual([]);
    const holds = await published(rent);
    expect(await guidancesFor(aboutRent)).toEqual([holds]);
  });

  it('is not withdrawn', async () => {
    const id = await published(rent);
    expect(await guidancesFor(aboutRent)).toEqual([id]);
    await withdrawn(id);
    expect(await guidancesFor(aboutRent)).toEqual([]);
  });

  it('is compared by the version in force while the next one is announced', async () => {
    const { publish } = commonIssuesOf(intake);
    const { id } = await publish({ ...rent, domain: 'POLICY' });
    await publish({ ...boats, domain: 'POLICY', guidanceId: id, effectiveFrom: '2999-01-01' });
    expect(await guidancesFor(aboutRent)).toEqual([id]);
    expect(await guidancesFor(aboutBoats)).toEqual([]);
    await publish({ ...boats, domain: 'POLICY', guidanceId: id, effectiveFrom: '2020-02-02' });
    expect(await guidancesFor(aboutRent)).toEqual([]);
    expect(await guidancesFor(aboutBoats)).toEqual([id]);
  });

  it('held as of when the issue was registered: of loaded history then, of what is suggested again now', async () => {
    const id = await published(rent, '2020-02-01', '2020-03-01');
    const issue = await report(aboutRent);
    expect((await suggested(issue)).guidances).toEqual([]);
    const asOf = async (registeredAt: string, again: boolean) => {
      for (const table of again ? [] : ['issue_suggestion', 'issue_likeness'])
        await intake.sql(`delete from ${table} where issue_id = $1`, [issue]);
      await intake.sql('insert into issue_to_suggest (issue_id, registered_at, again) values ($1, $2, $3)', [
        issue,
        registeredAt,
        again,
      ]);
      return (await suggested(issue)).guidances;
    };
    // the county's day: the evening before it in London
    expect(await asOf('2020-01-31T15:59:59.000Z', false)).toEqual([]);
    expect(await asOf('2020-01-31T16:00:00.000Z', false)).toEqual([id]);
    expect(await asOf('2020-03-01T15:59:59.000Z', false)).toEqual([id]);
    expect(await asOf('2020-03-01T16:00:00.000Z', false)).toEqual([]);
    expect(await asOf('2020-02-10T00:00:00.000Z', true)).toEqual([]);
  });
});

describe('a guidance that settled a common issue', () => {
  const other = { title: '灯具集中采购目录', text: '目录见附件。' };

  it('is suggested through it once it is closed, and the closed one itself is not', async () => {
    const id = await published(other);
    await settledBy(id, 'CLOSED', boats.title);
    const issue = await report(aboutBoats);
    expect(await suggested(issue)).toEqual({ guidances: [id], commonIssues: [] });
    expect((await evidenceFor(issue)).slice(-2)).toEqual([
      `本件:“${aboutBoats}”`,
      expect.stringMatching(new RegExp(`^它解决了共性问题 共20200101-\\d{4}:“${boats.title}”$`, 'u')),
    ]);
    await withdrawn(id);
    expect(await suggested(await report(aboutBoats))).toEqual({ guidances: [], commonIssues: [] });
  });

  it('is suggested through one that is not closed only while it holds', async () => {
    const id = await published(other);
    const common = await settledBy(id, 'SETTLED', boats.title);
    expect(await suggested(await report(aboutBoats))).toEqual({ guidances: [id], commonIssues: [common] });
    await withdrawn(id);
    expect(await suggested(await report(aboutBoats))).toEqual({ guidances: [], commonIssues: [common] });
  });

  it.each([
    ['expired', '2020-02-01', '2020-03-01'],
    ['announced', '2999-01-01', null],
  ])('is not suggested through it when it is %s', async (_, from, to) => {
    const [open, closed] = [await published(other, from, to), await published(other, from, to)];
    await settledBy(open, 'SETTLED', boats.title);
    await settledBy(closed, 'CLOSED', boats.title);
    expect(await guidancesFor(aboutBoats)).toEqual([]);
  });
});

describe('guidances that were loaded', () => {
  it('are read in lots before anything is suggested', async () => {
    const id = await published(boats);
    for (let n = 0; n < 230; n++) await published({ title: `第${n}号通告`, text: '略' });
    expect(await guidancesFor(aboutBoats)).toEqual([id]);
    expect(await intake.sql('select from guidance_likeness where weighed is null')).toEqual([]);
    expect(intake.faultLines()).toEqual([]);
  });
});
