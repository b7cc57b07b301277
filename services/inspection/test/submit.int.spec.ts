import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { eventually } from '@qifutong/testkit/eventually';
import { inspection } from '../src/service.ts';
import { anInput, enrolled, filesOf, inspectOn, lightsOf, newId, registered, submitAs } from './asks.ts';
import { answers, feb, firstRules } from './builders.ts';

let booted: Booted;
beforeAll(async () => {
  booted = await boot(inspection, { clock: fixedClock(feb(28)) });
  await registered(booted, 'inspector-2');
});
afterAll(() => booted.stop());

function rows<T>(sql: string, ...parameters: unknown[]): Promise<T[]> {
  return booted.schema.db.source.query(sql, parameters);
}

/** What was announced of the aggregates of a firm, in order. */
async function announced(creditCode: string) {
  const events = await rows<{ type: string; sequence: string; colour: string | null }>(
    `select event->>'type' as type, event->>'sequence' as sequence, event->'data'->>'colour' as colour from event_log
     where event->'data'->>'firmCreditCode' = $1 and aggregate_type <> 'enrolment' order by seq`,
    creditCode,
  );
  return events.map(({ type, sequence, colour }) => [type, Number(sequence), ...(colour ? [colour] : [])]);
}

describe('an inspection', () => {
  it('gives the firm its light, and both are announced and reach the stream', async () => {
    const firm = await enrolled(booted);
    const input = anInput(firm, { results: firstRules(1, 'UNMET') });
    expect(await submitAs(booted, input)).toEqual({
      status: 200,
      data: {
        submitInspection: { id: input.id, passed: false, light: { colour: 'YELLOW', run: 1, condition: 'NORMAL' } },
      },
    });
    expect(await announced(firm)).toEqual([
      ['inspection.inspection.submitted.v1', 1],
      ['inspection.light.changed.v1', 1, 'YELLOW'],
      ['inspection.order.issued.v1', 1],
    ]);
    const unpublished = () =>
      rows(`select from event_log where event->'data'->>'firmCreditCode' = $1 and published_at is null`, firm);
    expect(await eventually(unpublished, (left) => left.length === 0)).toEqual([]);
  });

  it('is announced without the light when that stays as it is', async () => {
    const firm = await enrolled(booted);
    await inspectOn(booted, firm, 14, 0);
    await inspectOn(booted, firm, 15, 0);
    expect(await announced(firm)).toEqual([
      ['inspection.inspection.submitted.v1', 1],
      ['inspection.light.changed.v1', 1, 'GREEN'],
      ['inspection.inspection.submitted.v1', 1],
    ]);
  });

  it('that arrives late changes the history rightly: Y Y becomes Y G Y', async () => {
    const firm = await enrolled(booted);
    await inspectOn(booted, firm, 13, 1);
    await inspectOn(booted, firm, 15, 1);
    const before = await lightsOf(booted, firm);
    await inspectOn(booted, firm, 14, 0);
    expect([before, await lightsOf(booted, firm)]).toEqual(['Y Y', 'Y G Y']);
    expect((await announced(firm)).filter(([type]) => String(type).includes('.light.'))).toEqual([
      ['inspection.light.changed.v1', 1, 'YELLOW'],
      ['inspection.light.changed.v1', 2, 'YELLOW'],
      ['inspection.light.corrected.v1', 3],
      ['inspection.light.changed.v1', 4, 'YELLOW'],
    ]);
    expect((await filesOf(booted, [firm]))[0]?.light).toMatchObject({
      colour: 'YELLOW',
      run: 1,
      since: '2020-02-15T01:00:00.000Z',
    });
  });

  it('that arrives late can take a summons back: Y Y R becomes Y G Y Y', async () => {
    const firm = await enrolled(booted);
    for (const day of [12, 14, 15]) await inspectOn(booted, firm, day, 1);
    const before = (await filesOf(booted, [firm]))[0]?.light;
    await inspectOn(booted, firm, 13, 0);
    expect(before).toMatchObject({ colour: 'RED', run: 3, condition: 'INTERVIEW_DUE' });
    expect((await filesOf(booted, [firm]))[0]?.light).toMatchObject({ colour: 'YELLOW', run: 2, condition: 'NORMAL' });
    expect(await lightsOf(booted, firm)).toBe('Y G Y Y');
  });
});

describe('an inspection delivered again', () => {
  it('is the same, and creates nothing', async () => {
    const firm = await enrolled(booted);
    const input = anInput(firm, { inspectors: ['inspector-2'] });
    const first = await submitAs(booted, input);
    const again = await submitAs(booted, { ...input, id: input.id.toUpperCase(), results: answers().toReversed() });
    expect(again).toEqual(first);
    expect(await announced(firm)).toHaveLength(2);
    expect((await filesOf(booted, [firm]))[0]?.inspections.nodes).toHaveLength(1);
  });

  it('with other content is refused, and the first stays', async () => {
    const firm = await enrolled(booted);
    const input = anInput(firm);
    await submitAs(booted, input);
    const other = await submitAs(booted, { ...input, results: firstRules(1, 'UNMET') });
    expect(other.data?.submitInspection).toEqual(expect.objectContaining({ code: 'INSPECTION_ID_TAKEN', field: 'id' }));
    expect(await announced(firm)).toHaveLength(2);
    expect(await lightsOf(booted, firm)).toBe('G');
  });

  it('fifty times at once is one inspection', async () => {
    const firm = await enrolled(booted);
    const input = anInput(firm);
    const fifty = await Promise.all(Array.from({ length: 50 }, () => submitAs(booted, input)));
    expect(fifty.map((one) => one.data)).toEqual(Array(50).fill(fifty[0]!.data));
    expect(fifty[0]!.data?.submitInspection).toMatchObject({ id: input.id });
    expect(await announced(firm)).toHaveLength(2);
  });

  it('for twenty firms at once under one id has exactly one winner', async () => {
    const firms = await Promise.all(Array.from({ length: 20 }, () => enrolled(booted)));
    const id = newId();
    const all = await Promise.all(firms.map((firm) => submitAs(booted, anInput(firm, { id }))));
    const outcomes = all.map((one) => one.data?.submitInspection['code'] ?? 'WON');
    expect(outcomes.toSorted()).toEqual([...Array<string>(19).fill('INSPECTION_ID_TAKEN'), 'WON']);
    const lit = (await filesOf(booted, firms)).filter((file) => file?.light);
    expect([lit.length, (await rows('select from inspection where id = $1', id)).length]).toEqual([1, 1]);
  });
});

describe('twenty submissions of one firm at once', () => {
  it('give what they give one after the other', async () => {
    const [racing, sequential] = [await enrolled(booted), await enrolled(booted)];
    const unmet = [1, 1, 0, 2, 1, 1, 0, 1, 1, 1];
    const inputs = (firm: string) =>
      unmet.flatMap((count, i) => [
        anInput(firm, { performedAt: feb(10 + i, 8), results: firstRules(12 - count, 'UNMET') }),
        anInput(firm, { performedAt: feb(10 + i, 20), results: firstRules(count, 'UNMET') }),
      ]);
    await Promise.all(inputs(racing).map((input) => submitAs(booted, input)));
    for (const input of inputs(sequential)) await submitAs(booted, input);
    const [raced, inTurn] = (await filesOf(booted, [racing, sequential])).map(withoutIds);
    expect(raced).toEqual(inTurn);
    expect(await lightsOf(booted, racing)).toBe('Y Y G Y Y R R R R R');
    const { history, ...light } = (await filesOf(booted, [racing]))[0]!.light!;
    expect(history.at(-1)).toMatchObject(light);
    const versions = (await announced(racing))
      .filter(([type]) => String(type).includes('.light.'))
      .map(([, version]) => version);
    expect(versions).toEqual(versions.map((_, i) => i + 1));
  });
});

/** The file but for what two firms never share. */
function withoutIds(file: unknown): unknown {
  return JSON.parse(JSON.stringify(file), (name, value: unknown) => (name === 'id' ? undefined : value));
}
