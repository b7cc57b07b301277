import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import type { Asker } from '@qifutong/testkit/boot';
import { bootIntake, type TestIntake } from './intake.ts';
import { admin, analyst, auditor, commander, firmNo, operator } from './people.ts';
import { planOf, statementsOf } from './statements.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake();
});
afterAll(() => intake.stop());

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly link: number | null;
  readonly hash: string | null;
  readonly [name: string]: unknown;
}
interface Trail {
  readonly edges: readonly { readonly cursor: string; readonly node: Entry }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const ASKED = `query ($filter: TrailFilter, $first: Int, $after: String) { intakeTrail(filter: $filter, first: $first, after: $after) {
  edges { cursor node { id at actor actorRoles origin what aggregateType aggregateId data link hash } } pageInfo { hasNextPage endCursor } } }`;

async function trail(args: object, asker: Asker = auditor): Promise<Trail> {
  return (await intake.get<{ intakeTrail: Trail }>(ASKED, args, asker)).intakeTrail;
}

function linked(filter: object): Promise<Entry[]> {
  const asked = async () => (await trail({ filter })).edges.map(({ node }) => node);
  return eventually(asked, (entries) => entries.length > 0 && entries.every(({ link }) => link !== null));
}

describe('the trail', () => {
  it('tells an auditor who did what to an issue, newest first, each with its place in the chain', async () => {
    const issueId = await intake.dispatched();
    const [dispatched, triaged, registered, ...more] = await linked({ aggregate: { type: 'issue', id: issueId } });
    const of = { aggregateType: 'issue', aggregateId: issueId, origin: null };
    expect(more).toEqual([]);
    expect([registered, triaged, dispatched]).toEqual([
      { ...registered, ...of, what: 'intake.issue.registered.v1', actor: 'operator-1', actorRoles: ['OPERATOR'] },
      { ...triaged, ...of, what: 'intake.issue.triaged.v1', actor: 'analyst-1', actorRoles: ['ANALYST'] },
      { ...dispatched, ...of, what: 'intake.issue.dispatched.v1', actor: 'analyst-1', actorRoles: ['ANALYST'] },
    ]);
    expect(JSON.parse(String(registered!['data']))).toMatchObject({ issueId });
    expect(dispatched!.link).toBeGreaterThan(registered!.link!);
    const [stored] = await intake.sql<{ hash: Buffer }>('select hash from event_log where link = $1', [
      dispatched!.link,
    ]);
    expect(dispatched!.hash).toBe(stored!.hash.toString('hex'));
  });

  it('is paged by place, filtered by who and by the county day, and comes to an end', async () => {
    const asker = { ...operator, sub: 'operator-of-pages' };
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift(await intake.registered({}, asker));
    const filter = { actor: asker.sub };
    const first = await trail({ filter, first: 3 });
    const second = await trail({ filter, first: 3, after: first.pageInfo.endCursor });
    expect([first, second].map(({ edges }) => edges.map(({ node }) => node['aggregateId']))).toEqual([
      ids.slice(0, 3),
      ids.slice(3),
    ]);
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
    const [{ day }] = (await intake.sql<{ day: string }>(
      `select ((created_at at time zone 'Asia/Shanghai')::date)::text as day from event_log where aggregate_id = $1`,
      [ids[0]],
    )) as [{ day: string }];
    expect((await trail({ filter: { ...filter, day } })).edges.length).toBeGreaterThan(0);
    expect((await trail({ filter: { ...filter, day: '2020-02-14' } })).edges).toEqual([]);
  });

  it('counts a day from midnight to midnight of the county', async () => {
    const stamps = [
      '2020-02-13T15:59:59.999999Z',
      '2020-02-13T16:00:00Z',
      '2020-02-14T15:59:59.999999Z',
      '2020-02-14T16:00:00Z',
    ];
    for (const [n, at] of stamps.entries())
      await intake.sql(
        `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event, created_at)
         values (gen_random_uuid(), 'midnight', $1, 1, 'county.intake.issue.registered.v1.none.p00', '{"type": "x", "data": {}}', $2)`,
        [String(n), at],
      );
    const { edges } = await trail({ filter: { day: '2020-02-14' } });
    expect(edges.map(({ node }) => node['aggregateId'])).toEqual(['2', '1']);
  });

  it.each([
    ['filter', { filter: { actor: '' } }, 'filter.actor'],
    ['after', { after: 'bm9uc2Vuc2U' }, 'after'],
    ['a cursor of another list', { after: Buffer.from('["x; drop"]').toString('base64url') }, 'after'],
    ['first', { first: 101 }, 'first'],
  ])('refuses a faulty %s', async (_, args, field) => {
    const { errors } = await intake.ask(ASKED, args, auditor);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('is for auditors and commanders', async () => {
    expect((await trail({ first: 1 }, commander)).edges).toHaveLength(1);
    for (const asker of [operator, analyst, admin, firmNo(1)])
      expect((await intake.ask(ASKED, {}, asker)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('among 200,000 entries', () => {
  beforeAll(async () => {
    await intake.sql(
      `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event, created_at, published_at, stream_seq, actor)
       select gen_random_uuid(), 'issue', 'many-' || n % 20000, n / 20000 + 1, 's', '{"type": "t", "data": {}}',
         now() - (200000 - n) * interval '10 s', now(), 1000000 + n, case when n % 3 > 0 then 'operator-' || n % 97 end from generate_series(1, 200000) n`,
    );
    await intake.sql('vacuum (analyze) event_log');
  }, 120_000);

  const day = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
  it.each([
    ['all', {}, 'created_at_seq'],
    ['of a day', { day }, 'created_at_seq'],
    ['of somebody', { actor: 'operator-7' }, 'actor_created_at_seq'],
    ['of somebody on a day', { actor: 'operator-7', day }, 'actor_created_at_seq'],
    ['of an issue', { aggregate: { type: 'issue', id: 'many-77' } }, 'aggregate_type_aggregate_id_version'],
  ])('those %s are read through an index', async (_, filter, wanted) => {
    const { source } = intake.service.db;
    const statements = await statementsOf(source, async () => {
      const { pageInfo } = await trail({ filter, first: 5 });
      await trail({ filter, first: 5, after: pageInfo.endCursor });
    });
    const asked = statements.filter(({ sql }) => sql.includes('event_log'));
    expect(asked).toHaveLength(2);
    for (const statement of asked) {
      const { indexes, whole } = await planOf(source, statement);
      // the parts that hold nothing yet are not worth an index
      const found = indexes.filter((name) => name.startsWith('event_log_0') && !name.includes('pkey'));
      expect(found).toEqual([`event_log_0_${wanted}_idx`]);
      expect(whole.filter((table) => table === 'event_log_0')).toEqual([]);
    }
  });
});
