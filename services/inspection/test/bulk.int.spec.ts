import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { anInput, deliver, enrolled, inspector, lightsOf, newCreditCode, newId, registered, submitAs } from './asks.ts';
import { withoutJobs } from './process-asks.ts';
import { answers, feb, firstRules } from './builders.ts';
import { recorded } from './statements.ts';

const now = feb(28);
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(now) });
  await registered(booted, 'inspector-2');
});
afterAll(() => booted.stop());

const together = (inspections: readonly Record<string, unknown>[], asker?: Asker) =>
  deliver(booted, inspections, asker);

function counted(): Promise<{ inspection: string; event_log: string }[]> {
  return booted.schema.db.source.query(
    'select (select count(*) from inspection) as inspection, (select count(*) from event_log) as event_log',
  );
}

describe('many inspections at once', () => {
  it('have one result each, in their order; one that is refused keeps none of the others', async () => {
    const firm = await enrolled(booted);
    const [first, second] = [anInput(firm, { performedAt: feb(13) }), anInput(firm, { performedAt: feb(14) })];
    const refused: [Record<string, unknown>, string, string][] = [
      [anInput(newCreditCode()), 'INSPECTION_FIRM_NOT_ENROLLED', 'creditCode'],
      [anInput(firm, { results: [...answers(), answers()[0]] }), 'INSPECTION_RULE_REPEATED', 'results.12.rule'],
      [anInput(firm, { performedAt: new Date(now.getTime() + 1) }), 'INSPECTION_PERFORMED_IN_FUTURE', 'performedAt'],
      [{ ...first, results: firstRules(1, 'UNMET') }, 'INSPECTION_ID_TAKEN', 'id'],
      [
        anInput(firm, { inspectors: ['inspector-2', 'commander-1', 'niemand'] }),
        'INSPECTION_INSPECTOR_UNKNOWN',
        'inspectors.1',
      ],
      [anInput(firm, { signature: [] }), 'INSPECTION_SIGNATURE_EMPTY', 'signature'],
      [anInput(firm, { signature: [[[1]]] }), 'FIELD_MALFORMED', 'signature.0.0'],
      [anInput(firm, { photos: [newId()] }), 'INSPECTION_PHOTO_UNKNOWN', 'photos.0'],
      [anInput(firm, { photos: ['42'] }), 'FIELD_MALFORMED', 'photos.0'],
      [
        anInput(firm, { position: { latitude: 91, longitude: 0, accuracyMetres: 1 } }),
        'FIELD_MALFORMED',
        'position.latitude',
      ],
      [anInput(firm, { id: '42' }), 'FIELD_MALFORMED', 'id'],
    ];
    const results = await together([first, ...refused.map(([told]) => told), first, second]);
    const seen = results.map(({ id, code, field }) => (code ? [code, field] : id));
    expect(seen).toEqual([first.id, ...refused.map(([, code, field]) => [code, field]), first.id, second.id]);
    expect(await lightsOf(booted, firm)).toBe('G G');
  });

  it('delivered again, and by two at once, are the same and create nothing', async () => {
    const firms = await Promise.all([1, 2, 3].map(() => enrolled(booted)));
    const all = firms.flatMap((firm) => [1, 2, 3].map((day) => anInput(firm, { performedAt: feb(day) })));
    const both = await Promise.all([together(all), together(all.toReversed())]);
    const before = await counted();
    expect([both[1].toReversed(), await together(all)]).toEqual([both[0], both[0]]);
    expect(both[0].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(await counted()).toEqual(before);
  });

  it('give the same lights as one by one, in whatever order they come', async () => {
    const [joint, single] = [await enrolled(booted), await enrolled(booted)];
    const unmet = [1, 1, 0, 2, 1, 1, 0];
    const inputs = (firm: string) =>
      unmet.map((count, i) => anInput(firm, { performedAt: feb(i + 1), results: firstRules(count, 'UNMET') }));
    await together([...inputs(joint).slice(3), ...inputs(joint).slice(0, 3)]);
    for (const input of inputs(single)) await submitAs(booted, input);
    expect([await lightsOf(booted, joint), await lightsOf(booted, single)]).toEqual(Array(2).fill('Y Y G Y Y R R'));
  });

  it('are 500 at most, and take as many statements for 500 as for five', async () => {
    const firms = await Promise.all(Array.from({ length: 25 }, () => enrolled(booted)));
    const inputs = (count: number, hour: number) =>
      Array.from({ length: count }, (_, i) =>
        anInput(firms[i % firms.length]!, { performedAt: feb(2 + Math.floor(i / firms.length), hour) }),
      );
    const counts = [];
    for (const [i, count] of [5, 500].entries()) {
      const { statements, result } = await recorded(booted, () => together(inputs(count, 8 + i)));
      expect(result.filter(({ passed }) => passed)).toHaveLength(count);
      counts.push(statements.filter(({ sql }) => !/^(START|COMMIT)/.test(sql)).length);
    }
    // entries of days that went on are replaced
    expect(counts[1]! - counts[0]!).toBeLessThanOrEqual(1);
    const tooMany = await together(inputs(501, 12));
    expect(tooMany).toMatchObject([{ code: 'INSPECTION_TOO_MANY', field: 'inspections' }]);
    expect(await together([])).toEqual([]);
  });

  it('that make firms red, shut and withdrawn take as many statements for forty firms as for two', async () => {
    const firms = [];
    for (let i = 0; i < 42; i++) firms.push(await enrolled(booted));
    const unmet = { results: firstRules(1, 'UNMET') };
    const days = (some: readonly string[], ...of: number[]) =>
      some.flatMap((firm) => of.map((day) => anInput(firm, { performedAt: feb(day), ...unmet })));
    const counts: Record<string, number[]> = { red: [], shut: [], withdrawn: [] };
    for (const some of [firms.slice(0, 2), firms.slice(2)]) {
      const count = async (what: string, inputs: readonly Record<string, unknown>[]) => {
        const { statements, result } = await recorded(booted, () => together(inputs));
        expect(result.filter(({ id }) => id)).toHaveLength(inputs.length);
        counts[what]!.push(statements.length);
      };
      await count('red', days(some, 10, 11, 12));
      await booted.schema.db.source.query(
        `update interview set status = 'HELD', held_at = $2, held_by = 'i', attendees = '{a}', minutes = 'm', commitments = 'c'
         where credit_code = any ($1)`,
        [some, feb(12, 18)],
      );
      await count('shut', days(some, 13));
      const passed = some.map((firm) => anInput(firm, { performedAt: feb(11, 18) }));
      await count('withdrawn', passed);
    }
    for (const [few, many] of Object.values(counts)) expect(many).toBe(few);
    const withdrawn: unknown[] = await booted.schema.db.source.query(
      `select from interview join shutdown_order s using (credit_code) where interview.status = 'WITHDRAWN' and s.status = 'WITHDRAWN'`,
    );
    expect(withdrawn).toHaveLength(firms.length);
  });

  it('keep position and signature, and show them to who may see them', async () => {
    const firm = await enrolled(booted);
    const told = {
      position: { latitude: 29.29, longitude: 121.43, accuracyMetres: 12.5 },
      signature: [
        [
          [1, 2.5],
          [3, 4],
        ],
        [[5, 6]],
      ],
    };
    const input = anInput(firm, told);
    await together([input]);
    const asked = `query ($id: ID!) { inspection(id: $id) { position { latitude longitude accuracyMetres } signature photos { id } } }`;
    expect((await booted.ask(asked, { id: input.id }, inspector)).data).toEqual({
      inspection: { ...told, photos: [] },
    });
    const { errors } = await booted.ask(asked, { id: input.id }, { roles: ['FIRM'], firm });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
