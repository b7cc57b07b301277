import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import { analyst, enrolled, inspectOn } from './asks.ts';
import { feb } from './builders.ts';
import { recorded } from './statements.ts';

let booted: Booted;
let firms: string[];
beforeAll(async () => {
  booted = await boot(inspection, { clock: fixedClock(feb(28)) });
  firms = await Promise.all(Array.from({ length: 50 }, () => enrolled(booted)));
  await Promise.all(firms.flatMap((firm) => [1, 2, 3].map((day) => inspectOn(booted, firm, day, 1))));
});
afterAll(() => booted.stop());

const FILES = `query ($firms: [_Any!]!) { _entities(representations: $firms) { ... on Firm { enrolledAt
  light { colour run since condition history { day colour inspection { id passed } } }
  inspections(first: 2) { nodes { id light { colour } results { rule { titleZh } result } } } } } }`;

describe('the files of many firms', () => {
  it('take as many statements for fifty as for one', async () => {
    const counts = [];
    for (const some of [firms.slice(0, 1), firms]) {
      const representations = some.map((creditCode) => ({ __typename: 'Firm', creditCode }));
      const { statements, result } = await recorded(booted, () =>
        booted.ask(FILES, { firms: representations }, analyst),
      );
      expect(JSON.stringify(result).match(/"colour":"RED","history"|"condition":"INTERVIEW_DUE"/g)).not.toBeNull();
      counts.push(statements.map(({ sql }) => / from ("?\w+"?\.)?"?(\w+)/i.exec(sql)?.[2]));
    }
    // lights, facts, inspections by id, enrolments, the ids and rows of the pages, rulebooks with their rules
    expect(counts.map((tables) => tables.length)).toEqual([8, 8]);
  });
});
