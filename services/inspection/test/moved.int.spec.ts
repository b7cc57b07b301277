import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { LightRebuild } from '../src/light/light-rebuild.service.ts';
import { analyst, anInput, deliver, enrolAs, enrolled, inspectOn, inspector, newCreditCode } from './asks.ts';
import { feb } from './builders.ts';
import { decideAs, firmOf, withoutJobs } from './process-asks.ts';

const [OLD, NEW] = ['330226110', '330226111'];
const clock = fixedClock(feb(20));
let booted: Booted;
let firm: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
beforeEach(async () => {
  firm = await enrolled(booted, OLD);
});
afterAll(() => booted.stop());

const department = (town: string): Asker => ({ sub: `department-${town}`, roles: ['DEPARTMENT'], town });
const query = <Row>(sql: string) => booted.schema.db.source.query<Row[]>(sql, [firm]);

async function towns(): Promise<unknown[]> {
  const [row] = await query<{ enrolment: unknown; light: unknown }>(
    `select e.town_code as enrolment, l.town_code as light from enrolment e join light l using (credit_code) where credit_code = $1`,
  );
  return [row!.enrolment, row!.light];
}

async function told(): Promise<unknown[]> {
  const rows = await query<{ data: object }>(
    `select event->'data' as data from event_log where aggregate_id = $1 and event->>'type' = 'inspection.enrolment.moved.v1' order by seq`,
  );
  return rows.map(({ data }) => data);
}

const moved = (from: string | null, to: string) =>
  expect.objectContaining({ formerTownCode: from, townCode: to, movedBy: 'analyst-1' }) as unknown;

async function seenBy(asker: Asker): Promise<unknown> {
  const document = `query ($code: ID!, $of: [_Any!]!) { inspections(filter: { creditCode: $code }) { nodes { performedAt light { colour } } }
    _entities(representations: $of) { ... on Firm { light { colour } } } }`;
  interface Seen {
    inspections: { nodes: { performedAt: string; light: object | null }[] };
    _entities: [{ light: object | null }];
  }
  const of = [{ __typename: 'Firm', creditCode: firm }];
  const { data } = await booted.ask<Seen>(document, { code: firm, of }, asker);
  const inspections = data!.inspections.nodes.map(({ performedAt, light }) => [performedAt.slice(8, 10), light]);
  return { light: data!._entities[0].light, inspections };
}

describe('the town of a firm that is enrolled', () => {
  it('is corrected by enrolling it with another one: what comes is of that, what was is of the old one', async () => {
    await inspectOn(booted, firm, 11, 1);
    clock.set(feb(12, 8));
    expect((await enrolAs(booted, { creditCode: firm, townCode: NEW })).data?.enrolFirm).toEqual({
      creditCode: firm,
      enrolledAt: feb(1).toISOString(),
    });
    expect([await towns(), await told()]).toEqual([[NEW, NEW], [moved(OLD, NEW)]]);
    clock.set(feb(20));
    await inspectOn(booted, firm, 12, 1);
    const yellow = { colour: 'YELLOW' };
    expect([await seenBy(department(OLD)), await seenBy(department(NEW)), await seenBy(analyst)]).toEqual([
      { light: null, inspections: [['11', null]] },
      { light: yellow, inspections: [['12', yellow]] },
      {
        light: yellow,
        inspections: [
          ['12', yellow],
          ['11', yellow],
        ],
      },
    ]);
    expect((await booted.service.app.get(LightRebuild).run({ mend: false })).differing).toEqual([]);
  });

  it('stays when the same one, or none, is said', async () => {
    for (const townCode of [OLD, null]) await enrolAs(booted, { creditCode: firm, townCode });
    expect([await towns(), await told()]).toEqual([[OLD, OLD], []]);
  });

  it('is, for what was performed before and comes late, the one that it had then', async () => {
    const [before, after] = [feb(19, 10), feb(19, 12)].map((performedAt) => anInput(firm, { performedAt }));
    clock.set(feb(19, 11));
    await enrolAs(booted, { creditCode: firm, townCode: NEW });
    clock.set(feb(20));
    const by = (town: string) => ({ ...inspector, town });
    const refused = { code: 'INSPECTION_OF_ANOTHER_TOWN', field: 'creditCode' };
    const [late, early] = [
      await deliver(booted, [before!, after!], by(OLD)),
      await deliver(booted, [before!, after!], by(NEW)),
    ];
    expect([late, early]).toMatchObject([
      [{ id: before!.id }, refused],
      [{ id: before!.id }, { id: after!.id }],
    ]);
    const taken = await query<object>(
      `select town_code as town from inspection where credit_code = $1 order by performed_at`,
    );
    expect(taken).toEqual([{ town: OLD }, { town: NEW }]);
  });

  it('is not for the firm itself to correct, but may be said first by who enrols it for good', async () => {
    firm = newCreditCode();
    const application = { creditCode: firm, kind: 'FIRST' };
    await decideAs(booted, 'applyForAcceptance', application, firmOf(firm));
    const { id } = await decideAs(booted, 'applyForAcceptance', { ...application, townCode: OLD }, firmOf(firm));
    expect([id, await towns()]).toEqual([undefined, [null, null]]);
    await enrolAs(booted, { creditCode: firm, townCode: NEW });
    expect([await towns(), await told()]).toEqual([[NEW, NEW], [moved(null, NEW)]]);
  });

  it('is one and the same in the enrolment and the light, and told once for each change, however many correct it at once', async () => {
    const said = [NEW, OLD, NEW, OLD, NEW, NEW, OLD, NEW];
    const work = said.flatMap((townCode, i) => [
      enrolAs(booted, { creditCode: firm, townCode }),
      inspectOn(booted, firm, i + 2, 0),
    ]);
    for (const { errors } of await Promise.all(work)) expect(errors).toBeUndefined();
    const changes = (await told()) as { formerTownCode: string; townCode: string }[];
    expect(changes.length).toBeGreaterThan(0);
    const path = changes.reduce(
      (at, { formerTownCode, townCode }) => (at === formerTownCode ? townCode : 'broken'),
      OLD,
    );
    expect(await towns()).toEqual([path, path]);
  });
});
