import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import * as fc from 'fast-check';
import { InspectionService } from '../src/inspection/inspection.service.ts';
import { fold } from '../src/light/domain/fold.ts';
import { factsOf } from '../src/light/light.queries.ts';
import { inspection } from '../src/service.ts';
import { analyst, anInput, enrolled, inspectOn, lightsOf, submitAs } from './asks.ts';
import { feb, firstRules, timeZone } from './builders.ts';
import { recorded } from './statements.ts';

let booted: Booted;
beforeAll(async () => {
  booted = await boot(inspection, { clock: fixedClock(feb(28)) });
});
afterAll(() => booted.stop());

function rows<T>(sql: string, ...parameters: unknown[]): Promise<T[]> {
  return booted.schema.db.source.query(sql, parameters);
}

/** The stored entries, and those that follow from all facts. */
async function storedAndFolded(firm: string) {
  const stored = await rows(
    `select day::text, at, kind, fact_id as "factId", inspection_id as "inspectionId", colour, run, since, condition,
       caused_by as "causedBy", reason from light_entry where credit_code = $1 order by at, fact_id`,
    firm,
  );
  const facts = await factsOf(booted.schema.db.source.manager, new Map([[firm, null]]));
  return [stored, fold(facts.get(firm) ?? [], timeZone).entries];
}

function turn(verb: 'void' | 'restore', id: string) {
  const { db, app } = booted.service;
  return db.transaction((tx) => app.get(InspectionService)[verb](tx, id, feb(28)));
}

/** What was announced of a firm's light, in order. */
async function announced(firm: string) {
  const events = await rows<{ type: string; data: { colour?: string; days?: object[] } }>(
    `select event->>'type' as type, event->'data' as data from event_log where aggregate_type = 'light' and aggregate_id = $1 order by seq`,
    firm,
  );
  return events.map(({ type, data }) => [type.split('.')[2], data.days ?? data.colour]);
}

describe('the stored lights of a firm', () => {
  it('are the same in whatever order the results are delivered, and those of the fold over all', async () => {
    const shuffles = fc.sample(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }), {
      numRuns: 6,
      seed: 20200214,
    });
    const unmet = [1, 1, 0, 2, 1, 1];
    const seen = [];
    for (const days of shuffles) {
      const firm = await enrolled(booted);
      for (const day of days) await inspectOn(booted, firm, day, unmet[day - 1]!);
      const [stored, folded] = await storedAndFolded(firm);
      expect(stored).toEqual(folded);
      seen.push(await lightsOf(booted, firm));
    }
    expect(seen).toEqual(shuffles.map(() => 'Y Y G Y Y R'));
  });

  it('correct what a late result disproves, once: Y Y R becomes Y G Y Y', async () => {
    const firm = await enrolled(booted);
    for (const day of [12, 14, 15]) await inspectOn(booted, firm, day, 1);
    const late = anInput(firm, { performedAt: feb(13) });
    for (const _ of [1, 2]) await submitAs(booted, late);
    expect(await announced(firm)).toEqual([
      ['changed', 'YELLOW'],
      ['changed', 'YELLOW'],
      ['changed', 'RED'],
      [
        'corrected',
        [
          { day: '2020-02-13', from: null, to: { colour: 'GREEN', run: 0 } },
          { day: '2020-02-14', from: { colour: 'YELLOW', run: 2 }, to: { colour: 'YELLOW', run: 1 } },
          { day: '2020-02-15', from: { colour: 'RED', run: 3 }, to: { colour: 'YELLOW', run: 2 } },
        ],
      ],
      ['changed', 'YELLOW'],
    ]);
  });

  it('are what they were when a result is voided and restored', async () => {
    const firm = await enrolled(booted);
    const inputs = [1, 2, 3].map((day) => anInput(firm, { performedAt: feb(day), results: firstRules(1, 'UNMET') }));
    for (const input of inputs) await submitAs(booted, input);
    const [before] = await storedAndFolded(firm);
    await turn('void', inputs[1]!.id);
    const [without, folded] = await storedAndFolded(firm);
    expect([without, await lightsOf(booted, firm)]).toEqual([folded, 'Y Y']);
    await turn('restore', inputs[1]!.id);
    const [after] = await storedAndFolded(firm);
    expect(after).toEqual(before);
    const [there, , back] = (await announced(firm)).slice(3);
    expect([there, back]).toEqual([
      [
        'corrected',
        [
          { day: '2020-02-02', from: { colour: 'YELLOW', run: 2 }, to: null },
          { day: '2020-02-03', from: { colour: 'RED', run: 3 }, to: { colour: 'YELLOW', run: 2 } },
        ],
      ],
      [
        'corrected',
        [
          { day: '2020-02-02', from: null, to: { colour: 'YELLOW', run: 2 } },
          { day: '2020-02-03', from: { colour: 'YELLOW', run: 2 }, to: { colour: 'RED', run: 3 } },
        ],
      ],
    ]);
  });

  it('are none when the only result is voided, and a result is voided once by two at once', async () => {
    const firm = await enrolled(booted);
    const input = anInput(firm);
    await submitAs(booted, input);
    const both = await Promise.allSettled([turn('void', input.id), turn('void', input.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect([await storedAndFolded(firm), await lightsOf(booted, firm)]).toEqual([[[], []], undefined]);
  });

  it('cost a submission as many statements and rows after many results as after two', async () => {
    const firm = await enrolled(booted);
    const read: number[][] = [];
    for (const day of [1, 2, 3, 10, 11, 12, 13, 14, 15, 16]) {
      const { statements } = await recorded(booted, () => inspectOn(booted, firm, day, 0));
      const ofHistory = statements.filter(({ sql }) =>
        /^(select|with) [^]*(light_entry|wanted join inspection)/.test(sql),
      );
      const found = await Promise.all(ofHistory.map(({ sql, parameters }) => rows(sql, ...parameters)));
      read.push([statements.length, ...found.map(({ length }) => length)]);
    }
    // told again after the submission: its base and itself
    expect(read.slice(1).map(([, ...counts]) => counts)).toEqual(Array(9).fill([2, 2]));
    expect(new Set(read.slice(1).map(([statements]) => statements)).size).toBe(1);
  });
});

const HISTORY = `query ($of: [_Any!]!, $first: Int, $after: String) { _entities(representations: $of) { ... on Firm {
  lightHistory(first: $first, after: $after) { nodes { day colour reason inspection { id } causedBy { id } } pageInfo { hasNextPage endCursor } } } } }`;

interface Asked {
  readonly _entities: {
    readonly lightHistory: {
      readonly nodes: {
        day: string;
        colour: string;
        reason: string;
        inspection: { id: string };
        causedBy: { id: string };
      }[];
      readonly pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }[];
}

describe('the history of a firm’s light', () => {
  const page = async (firm: string, more: object = {}) => {
    const of = [{ __typename: 'Firm', creditCode: firm }];
    return booted.ask<Asked>(HISTORY, { of, ...more }, analyst);
  };

  it('says newest first, page by page, what each result meant', async () => {
    const firm = await enrolled(booted);
    const inputs = [0, 1, 1, 1, 0].map((unmet, i) =>
      anInput(firm, { performedAt: feb(i + 1), results: firstRules(unmet, 'UNMET') }),
    );
    for (const input of inputs) await submitAs(booted, input);
    const seen = [];
    let after: string | null = null;
    do {
      const { data }: { data: Asked | null } = await page(firm, { first: 2, after });
      const { nodes, pageInfo } = data!._entities[0]!.lightHistory;
      seen.push(
        ...nodes.map(({ day, reason, inspection: of, causedBy }) => [day.slice(-2), reason, of.id, causedBy.id]),
      );
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    const [first, second, third, fourth, fifth] = inputs.map(({ id }) => id);
    expect(seen).toEqual([
      ['05', 'INTERVIEW_AWAITED', fifth, fourth],
      ['04', 'UNMET_IN_A_ROW', fourth, fourth],
      ['03', 'RULES_UNMET', third, third],
      ['02', 'RULES_UNMET', second, second],
      ['01', 'RULES_MET', first, first],
    ]);
  });

  it.each(['nonsense', Buffer.from('["2020-02-30x","42"]').toString('base64url')])(
    'refuses the cursor %s',
    async (after) => {
      const { errors } = await page(await enrolled(booted), { after });
      expect(errors?.map(({ extensions: { code, field } }) => [code, field])).toEqual([['BAD_USER_INPUT', 'after']]);
    },
  );
});
