import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { anInput, enrolled, submitAs } from './asks.ts';
import { answers, feb, firstRules, ruleCodes } from './builders.ts';
import { commander, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(14));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
afterAll(() => booted.stop());

const rules = ruleCodes.map((code) => ({ code, area: 'PRODUCTION', titleZh: code, titleEn: code }));
const admin: Asker = { sub: 'admin-1', roles: ['ADMIN'] };

interface Said {
  readonly version?: number;
  readonly inForceFrom?: string;
  readonly withdrawnAt?: string | null;
  readonly code?: string;
  readonly field?: string;
}

async function said(name: 'publishRulebook' | 'withdrawRulebook', input: object, asker = commander): Promise<Said> {
  const type = name === 'publishRulebook' ? 'PublishRulebookInput' : 'WithdrawRulebookInput';
  const { data, errors } = await booted.ask<{ said: Said }>(
    `mutation ($input: ${type}!) { said: ${name}(input: $input) {
      ... on Rulebook { version inForceFrom withdrawnAt } ... on RulebookRejection { code field } } }`,
    { input },
    asker,
  );
  return data?.said ?? { code: errors![0]!.extensions.code };
}

/** Gives red at the first failure, so that it shows which version judged. */
function published(inForceFrom: string, asker = commander): Promise<Said> {
  return said('publishRulebook', { inForceFrom, notApplicableAtMost: 3, redAtRun: 1, rules }, asker);
}

const withdrawn = (version: number, asker = commander) => said('withdrawRulebook', { version }, asker);

async function rulebook(args: string): Promise<Said | null> {
  const { data } = await booted.ask<{ rulebook: Said | null }>(
    `{ rulebook(${args}) { version withdrawnAt } }`,
    {},
    commander,
  );
  return data!.rulebook;
}

describe('a rulebook with a wrong date', () => {
  it('is refused where nobody can mean it', async () => {
    expect(await published('2062-12-01')).toEqual({ code: 'RULEBOOK_TOO_FAR_AHEAD', field: 'inForceFrom' });
  });

  it('is withdrawn, once by twenty at once, and another takes its place with the next number', async () => {
    const { version } = await published('2020-12-01');
    expect(await published('2020-02-16')).toEqual({ code: 'RULEBOOK_NOT_AFTER_LAST', field: 'inForceFrom' });
    clock.set(feb(14, 10));
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => withdrawn(version!, i % 2 ? admin : commander)));
    const refusal = { code: 'RULEBOOK_WITHDRAWN', field: 'version' };
    const mine = { version, inForceFrom: '2020-12-01', withdrawnAt: feb(14, 10).toISOString() };
    expect(all.toSorted((a, b) => Number(!!a.code) - Number(!!b.code))).toEqual([
      mine,
      ...Array.from({ length: 19 }, () => refusal),
    ]);
    expect(await published('2020-02-16')).toEqual({
      version: version! + 1,
      inForceFrom: '2020-02-16',
      withdrawnAt: null,
    });
    expect(await rulebook('on: "2020-12-01"')).toEqual({ version: version! + 1, withdrawnAt: null });
    expect(await rulebook(`version: ${version}`)).toEqual({ version, withdrawnAt: mine.withdrawnAt });
  });

  it('leaves its day to another, and each change of the day is announced in order', async () => {
    const first = await published('2020-03-01');
    await withdrawn(first.version!);
    const second = await published('2020-03-01', admin);
    expect(second).toMatchObject({ version: first.version! + 1, inForceFrom: '2020-03-01' });
    await withdrawn(second.version!, admin);
    const rows = await booted.schema.db.source.query<object[]>(
      `select version, event->>'type' as type, event->'data'->'rulebookVersion' as number,
         coalesce(event->'data'->>'withdrawnBy', event->'data'->>'publishedBy') as by
       from event_log where aggregate_type = 'rulebook' and aggregate_id = '2020-03-01' order by seq`,
    );
    const [publishing, withdrawing] = ['inspection.rulebook.published.v1', 'inspection.rulebook.withdrawn.v1'];
    expect(rows).toEqual([
      { version: 1, type: publishing, number: first.version, by: 'commander-1' },
      { version: 2, type: withdrawing, number: first.version, by: 'commander-1' },
      { version: 3, type: publishing, number: second.version, by: 'admin-1' },
      { version: 4, type: withdrawing, number: second.version, by: 'admin-1' },
    ]);
  });

  it('is withdrawn until the instant of its force, and judges nothing then', async () => {
    clock.set('2020-02-16T00:00:00.000Z');
    const { version } = await published('2020-02-17');
    const firm = await enrolled(booted);
    clock.set('2020-02-16T15:59:59.999Z');
    expect(await withdrawn(version!)).toMatchObject({ version });
    clock.set('2020-02-17T00:00:00.000Z');
    const told = anInput(firm, { performedAt: '2020-02-17T00:00:00.000Z', results: firstRules(1, 'UNMET') });
    await submitAs(booted, told);
    expect(await versionOf(told.id)).toBe((await rulebook('on: "2020-02-16"'))!.version);
  });

  it.each([0, 1])('is in force %i ms from that instant, and stays so with what it judged', async (ms) => {
    clock.set('2020-02-18T00:00:00.000Z');
    const day = `2020-02-${20 + ms}`;
    const { version } = await published(day);
    const firm = await enrolled(booted);
    const at = new Date(Date.parse(`${day}T00:00:00.000+08:00`) + ms);
    clock.set(at);
    const told = anInput(firm, { performedAt: at, results: answers() });
    await submitAs(booted, told);
    expect(await withdrawn(version!)).toEqual({ code: 'RULEBOOK_IN_FORCE', field: 'version' });
    expect([await versionOf(told.id), await rulebook(`on: "${day}"`)]).toEqual([
      version,
      { version, withdrawnAt: null },
    ]);
  });

  it('is withdrawn in time while a result of its first moments is delivered, which the version before it judges', async () => {
    const [before, wrong, at] = await twoVersions('2020-02-24');
    const firm = await enrolled(booted);
    await booted.schema.db.transaction(async ({ manager }) => {
      await manager.query('lock table light in exclusive mode');
      clock.set(at);
      const told = anInput(firm, { performedAt: at, results: answers() });
      const delivering = submitAs(booted, told);
      await until('light%for no key update');
      clock.set(new Date(at.getTime() - 1));
      expect(await withdrawn(wrong)).toMatchObject({ version: wrong });
      clock.set(at);
      await manager.query('commit; begin');
      await delivering;
      expect(await versionOf(told.id)).toBe(before);
    });
  });

  it('is in force where a result is judged by it while it is to be withdrawn', async () => {
    const [, version, at] = await twoVersions('2020-02-26');
    const firm = await enrolled(booted);
    await booted.schema.db.transaction(async ({ manager }) => {
      await manager.query('lock table inspection in share mode');
      clock.set(at);
      const told = anInput(firm, { performedAt: at, results: answers() });
      const delivering = submitAs(booted, told);
      await until('insert into%inspection');
      clock.set(new Date(at.getTime() - 1));
      const withdrawing = withdrawn(version);
      await until('%rulebook%for update');
      clock.set(at);
      await manager.query('commit; begin');
      expect(await withdrawing).toEqual({ code: 'RULEBOOK_IN_FORCE', field: 'version' });
      await delivering;
      expect(await versionOf(told.id)).toBe(version);
    });
  });

  it('is not withdrawn where there is none', async () => {
    expect(await withdrawn(99)).toEqual({ code: 'RULEBOOK_NOT_FOUND', field: 'version' });
    expect(await withdrawn(1)).toEqual({ code: 'RULEBOOK_IN_FORCE', field: 'version' });
  });

  it.each(['OPERATOR', 'ANALYST', 'INSPECTOR', 'FIRM', 'DEPARTMENT', 'AUDITOR'])(
    'is not withdrawn by %s',
    async (role) => {
      expect(await withdrawn(2, { sub: 'x', roles: [role], firm: 'x' })).toEqual({ code: 'FORBIDDEN' });
    },
  );
});

async function versionOf(inspectionId: string): Promise<number> {
  const { data } = await booted.ask<{ inspection: { rulebookVersion: number } }>(
    `{ inspection(id: "${inspectionId}") { rulebookVersion } }`,
    {},
    commander,
  );
  return data!.inspection.rulebookVersion;
}

/** The version that is in force, one that begins on a day, and the instant of that. */
async function twoVersions(day: string): Promise<[number, number, Date]> {
  const at = new Date(`${day}T00:00:00.000+08:00`);
  clock.set(new Date(at.getTime() - 3_600_000));
  const { version } = await published(day);
  return [(await rulebook('on: "2020-02-23"'))!.version!, version!, at];
}

/** Waits until such a statement waits for a lock. */
async function until(statement: string): Promise<void> {
  const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query ilike '%' || $1 || '%'`;
  while ((await booted.schema.db.source.query<unknown[]>(waits, [statement])).length === 0) continue;
}
