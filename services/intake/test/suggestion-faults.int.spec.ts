import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { Backpressure } from '../src/likeness/backpressure.ts';
import { SuggestionService } from '../src/likeness/suggestion.service.ts';
import { WaitingQueries } from '../src/likeness/waiting.queries.ts';
import { bootIntake, type TestIntake } from './intake.ts';

let intake: TestIntake;
beforeAll(async () => void (intake = await bootIntake()));
afterAll(() => intake.stop());

const ordinary = () => intake.registered({ text: '锅炉坏了,没有蒸汽' });

async function suggested(ids: readonly string[]): Promise<number> {
  const waiting = () => intake.sql('select from issue_to_suggest');
  while ((await waiting()).length > 0) await intake.service.app.get(SuggestionService).suggestWaiting();
  const rows = await intake.sql('select from issue_suggestion where issue_id = any ($1)', [ids]);
  return rows.length;
}

const wordless = {
  emoji: '😀😀',
  digits: '12345',
  tags: '<b>'.repeat(1_000),
  ligatures: 'ﷺ'.repeat(1_000),
  'combining marks': '\u0301\u0302\u0303a',
};

describe('a report without a word that can be read', () => {
  beforeEach(() => intake.sql('delete from likeness_term'));

  it.each(Object.entries(wordless))('has a suggestion, alone and first of all: %s', async (_what, text) => {
    expect(await suggested([await intake.registered({ text })])).toBe(1);
  });

  it('keeps nobody behind it waiting, however many of them there are', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 51; i++) ids.push(await intake.registered({ text: '😀', externalRef: `emoji-${i}` }));
    ids.push(await ordinary());
    expect(await suggested(ids)).toBe(52);
  });
});

describe('an issue of which no suggestion can be made', () => {
  const refuseSuggestionOf = (id: string) =>
    intake.sql(`create function refused() returns trigger language plpgsql as $$
      begin raise exception 'what was said' using errcode = '22008'; end $$;
      create trigger refused before insert on issue_suggestion for each row when (new.issue_id = '${id}') execute function refused()`);

  it('is set aside, where it can be seen, and those before and behind it have theirs', async () => {
    const { db } = intake.service;
    const ids: string[] = [];
    await db.transaction(async ({ manager }) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('suggestions' || current_schema()))`);
      for (let i = 0; i < 3; i++) ids.push(await ordinary());
      await refuseSuggestionOf(ids[1]!);
    });
    expect(await suggested(ids)).toBe(2);
    expect(await intake.sql('select issue_id, because from suggestion_set_aside')).toEqual([
      { issue_id: ids[1], because: 'SQLSTATE 22008' },
    ]);
    const metrics = await intake.service.app.inject({ url: '/metrics' });
    expect(metrics.body).toMatch(/^qft_suggestions_set_aside\S* 1$/mu);
  });
});

describe('a report that comes to an issue whose suggestion is about to be committed', () => {
  const WAITS_WITH_COMMIT = `create function wait_with_commit() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(hashtext('commit' || current_schema())); return null; end $$;
    create constraint trigger wait_with_commit after delete on issue_to_suggest deferrable initially deferred
      for each row execute function wait_with_commit()`;
  // the one by whom this transaction's lock is awaited, and who waits for that one
  const THEN_WAITS = `select count(*)::int as n from pg_stat_activity first cross join unnest(pg_blocking_pids(first.pid)) as holder
    left join pg_stat_activity second on first.pid = any (pg_blocking_pids(second.pid))
    where holder = pg_backend_pid() and ($1 = 1 or second.pid is not null)`;

  it('makes no fault, and the issue keeps its suggestion', async () => {
    const { db } = intake.service;
    await intake.sql(WAITS_WITH_COMMIT);
    let further: Promise<unknown> = Promise.resolve();
    let issueId = '';
    await db.transaction(async ({ manager }) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('commit' || current_schema()))`);
      issueId = await ordinary();
      const waiting = async (many: number) => {
        const rows = await manager.query<{ n: number }[]>(THEN_WAITS, [many]);
        return rows[0]!.n > 0;
      };
      await eventually(() => waiting(1), Boolean);
      further = intake.submit({ issueId, text: '还是没有蒸汽' });
      await eventually(() => waiting(2), Boolean);
    });
    await further;
    expect(await suggested([issueId])).toBe(1);
    expect(await intake.sql('select from suggestion_set_aside where issue_id = $1', [issueId])).toEqual([]);
    await intake.sql('drop trigger wait_with_commit on issue_to_suggest');
  });
});

describe('suggestions that fall behind', () => {
  it('are seen to wait until they are made', async () => {
    const { app, db } = intake.service;
    const waitedMs = () => app.get(WaitingQueries).waitedMs(db.source.manager);
    expect(await waitedMs()).toBeNull();
    let waiting = '';
    let pauses = 0;
    const backpressure = new Backpressure({
      waitedMs,
      pause: async () => void (++pauses === 2 && (await suggested([waiting]))),
    });
    await db.transaction(async ({ manager }) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('suggestions' || current_schema()))`);
      waiting = await ordinary();
    });
    await intake.sql(`update issue_to_suggest set registered_at = registered_at - interval '200 ms'`);
    expect(await waitedMs()).toBeGreaterThan(200);
    await backpressure.watch();
    expect(pauses).toBe(2);
    expect(await waitedMs()).toBeNull();
  });
});
