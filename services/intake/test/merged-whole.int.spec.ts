import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MatchOverlooked } from '../src/issue/match-overlooked.job.ts';
import { creditCodeOf } from './builders.ts';
import { deciding } from './deciding.ts';
import * as documents from './documents.ts';
import { bootIntake, type IssueSeen, type Said, type TestIntake } from './intake.ts';
import { analyst, firmNo, operator } from './people.ts';

let intake: TestIntake;
let by: ReturnType<typeof deciding>;
beforeAll(async () => {
  intake = await bootIntake();
  by = deciding(intake);
  await intake.firms(
    { creditCode: creditCodeOf(1) },
    { creditCode: creditCodeOf(2), name: '二号厂' },
    { creditCode: creditCodeOf(3), name: '三号厂' },
  );
});
afterAll(() => intake.stop());

const own = { firmCreditCode: creditCodeOf(1) };
const three = () => Promise.all([0, 1, 2].map(() => intake.registered(own))) as Promise<[string, string, string]>;
const judged = async (...ids: readonly string[]) => {
  const asked = ids.map((id) =>
    intake.get<{ issue: { urgency: string; optedOut: boolean } }>(
      'query ($id: ID!) { issue(id: $id) { urgency optedOut } }',
      { id },
      analyst,
    ),
  );
  return (await Promise.all(asked)).map(({ issue }) => [issue.urgency, issue.optedOut]);
};
const optOut = (issueId: string, optedOut: boolean) => by.decide('setOptOut', { issueId, optedOut }, analyst);
const triage = (issueId: string, what: object = {}) =>
  intake.get(documents.triage, { input: { issueId, domain: 'PASSAGE', ...what } }, analyst);
const urgent = async (id: string) => {
  await triage(id, { urgency: 'URGENT' });
  await optOut(id, true);
};
const triaged = async (id: string) =>
  (await intake.events(id))
    .filter(({ type }) => type === 'intake.issue.triaged.v1')
    .map(({ event }) => event.data['urgency']);

describe('what people decided of a merged issue', () => {
  it('holds for the one that lives on: urgent, and out of batches; it is told where a domain is known', async () => {
    const [a, b] = await three();
    await urgent(a);
    await triage(b);
    await by.merge(a, b);
    expect(await judged(b)).toEqual([['URGENT', true]]);
    expect(await triaged(b)).toEqual(['NORMAL', 'URGENT']);
  });

  it('makes nothing less urgent, and says nothing where nothing changes', async () => {
    const [a, b] = await three();
    await triage(a);
    await urgent(b);
    await by.merge(a, b);
    expect([await judged(b), await triaged(b)]).toEqual([[['URGENT', true]], ['URGENT']]);
    await by.unmerge(a);
    expect(await judged(a, b)).toEqual([
      ['NORMAL', false],
      ['URGENT', true],
    ]);
  });

  it('goes when the merging is undone, along a chain and while another such is merged in it', async () => {
    const [a, b, c] = await three();
    await urgent(a);
    await by.merge(a, b);
    await by.merge(b, c);
    expect(await judged(b, c)).toEqual(Array(2).fill(['URGENT', true]));
    await by.unmerge(a);
    expect(await judged(a, b, c)).toEqual([
      ['URGENT', true],
      ['NORMAL', false],
      ['NORMAL', false],
    ]);
    const other = await intake.registered(own);
    await urgent(other);
    await by.merge(a, c);
    await by.merge(other, c);
    await by.unmerge(a);
    expect(await judged(c)).toEqual([['URGENT', true]]);
    await by.unmerge(other);
    expect(await judged(c)).toEqual([['NORMAL', false]]);
  });

  it('stays as somebody said of the one that lives on since', async () => {
    const [a, b, c] = await three();
    await urgent(a);
    await by.merge(a, b);
    await triage(b, { urgency: 'URGENT' });
    await optOut(b, true);
    await by.unmerge(a);
    expect(await judged(b)).toEqual([['URGENT', true]]);
    await by.merge(a, c);
    await triage(c);
    await by.unmerge(a);
    expect(await judged(c)).toEqual([['NORMAL', false]]);
  });
});

const match = async (issueId: string, n: number) =>
  (
    await intake.get<{ said: Said<IssueSeen> }>(
      documents.matchFirm,
      { input: { issueId, creditCode: creditCodeOf(n) } },
      operator,
    )
  ).said;
const firmOf = async (id: string) => (await intake.issue(id))?.firm?.creditCode ?? null;
const register = (n: number, name: string) =>
  intake.get(documents.registerFirm, { input: { creditCode: creditCodeOf(n), name, townCode: '330226110' } }, operator);
const overlooked = () => intake.service.app.get(MatchOverlooked).run();

describe('whose a merged issue is', () => {
  it('cannot be said while it is merged: it is of the firm of the one that it is in', async () => {
    const [one, into] = [await intake.registered(), await intake.registered({ firmCreditCode: creditCodeOf(2) })];
    await by.merge(one, into);
    expect(await match(one, 3)).toMatchObject({
      code: 'ISSUE_STATUS_FORBIDS_MOVE',
      message: expect.stringContaining('处于 MERGED 状态,不能执行 matchFirm'),
    });
    expect([await intake.issue(one, firmNo(3)), await firmOf(one)]).toEqual([null, null]);
    await by.unmerge(one);
    expect(await match(one, 3)).toMatchObject({ firm: { creditCode: creditCodeOf(3) } });
  });

  it('is not found by a firm that comes into the register, but looked for again once it is taken out', async () => {
    const one = await intake.registered({ firmName: '宁海并入五金厂' });
    await intake.sql(`update issue set registered_at = registered_at - interval '1 day' where id = $1`, [one]);
    await by.merge(one, await intake.registered({ firmCreditCode: creditCodeOf(2) }), { sameFirm: true });
    await register(4, '宁海并入五金厂');
    await overlooked();
    expect(await firmOf(one)).toBeNull();
    // the register has known the firm for long by then
    await intake.sql(`update firm_change set changed_at = changed_at - interval '1 day'`);
    await by.unmerge(one);
    await overlooked();
    expect(await firmOf(one)).toBe(creditCodeOf(4));
  });

  it('is said once where it is merged while its firm comes into the register', async () => {
    for (let n = 10; n < 20; n += 1) {
      const firmName = `宁海${n}号同时五金厂`;
      const [one, into] = await Promise.all([
        intake.registered({ firmName }),
        intake.registered({ firmCreditCode: creditCodeOf(2) }),
      ]);
      const [said] = await Promise.all([by.merge(one, into, { sameFirm: true }), register(n, firmName)]);
      await overlooked();
      expect([said.code ?? said.status, await firmOf(one)]).toEqual(
        said.status === 'MERGED' ? ['MERGED', null] : ['ISSUE_OF_OTHER_FIRM', creditCodeOf(n)],
      );
    }
    expect(intake.faultLines()).toEqual([]);
  });

  it('is not on the list of what is to be matched', async () => {
    const one = await intake.registered({ firmName: '宁海名单五金厂' });
    const unmatched = async () =>
      (
        await intake.get<{ list: { nodes: { id: string }[] } }>(
          documents.issues,
          { filter: { firmMatched: false }, first: 100 },
          analyst,
        )
      ).list.nodes.map(({ id }) => id);
    expect(await unmatched()).toContain(one);
    await by.merge(one, await intake.registered({ firmCreditCode: creditCodeOf(2) }), { sameFirm: true });
    expect(await unmatched()).not.toContain(one);
  });
});

describe('an issue that somebody had in hand while its firm came into the register', () => {
  it('is made up for, however old it is', async () => {
    const byCode = await intake.registered({ firmCreditCode: creditCodeOf(5) });
    const byName = await intake.registered({ firmName: '宁海锁住五金厂' });
    const old = [[byCode, byName]];
    await intake.sql(
      `update issue set registered_at = registered_at - interval '1 day', changed_at = changed_at - interval '1 day' where id = any($1)`,
      old,
    );
    await intake.service.db.transaction(async (tx) => {
      await tx.manager.query('select from issue where id = any($1) for update', old);
      await register(5, '宁海锁住五金厂');
    });
    expect(await Promise.all([byCode, byName].map(firmOf))).toEqual([null, null]);
    await Promise.all([overlooked(), overlooked()]);
    expect(await Promise.all([byCode, byName].map(firmOf))).toEqual([creditCodeOf(5), creditCodeOf(5)]);
  });
});

describe('a merging of what is not there', () => {
  it('names the one that is not', async () => {
    const [one, nobody] = [await intake.registered(own), '01900000-0000-7000-8000-000000000000'];
    expect(await by.merge(one, nobody)).toMatchObject({ code: 'ISSUE_NOT_FOUND', field: 'intoIssueId' });
    expect(await by.merge(nobody, one)).toMatchObject({ code: 'ISSUE_NOT_FOUND', field: 'issueId' });
  });
});
