import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { analyst, anInput, deliver, enrolled } from './asks.ts';
import { withoutJobs } from './process-asks.ts';
import { feb, firstRules } from './builders.ts';
import { recorded } from './statements.ts';

let booted: Booted;
let firms: string[];
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(feb(28)) });
  firms = [];
  // one after the other and in one delivery: two hundred at once wait longer for a connection than they may when the machine is busy
  for (let i = 0; i < 50; i++) firms.push(await enrolled(booted));
  const unmet = { results: firstRules(1, 'UNMET') };
  const outcomes = await deliver(
    booted,
    firms.flatMap((firm) => [1, 2, 3].map((day) => anInput(firm, { performedAt: feb(day), ...unmet }))),
  );
  expect(outcomes.filter(({ passed }) => passed !== false)).toEqual([]);
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
