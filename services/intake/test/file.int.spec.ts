import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootIntake, type TestIntake } from './intake.ts';
import { fillFiles } from './many.ts';
import { analyst } from './people.ts';
import { statementsOf } from './statements.ts';

const FILES = `query ($first: Int!) { list: firms(first: $first) { nodes { creditCode town { name } issues(first: 5) { nodes {
  number town { name } firm { name } reports { id reporter { name } } callbacks { id } } pageInfo { hasNextPage } } } } }`;

interface Files {
  readonly list: {
    readonly nodes: readonly {
      readonly issues: {
        readonly nodes: readonly {
          readonly reports: readonly { reporter: { name: string } }[];
          readonly callbacks: readonly object[];
        }[];
      };
    }[];
  };
}

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake();
  await fillFiles(intake, 50, 6);
});
afterAll(() => intake.stop());

/** What is read for the files of so many firms: the tables, in any order. */
async function readFor(first: number): Promise<string[]> {
  const statements = await statementsOf(intake.service.db.source, () => intake.get(FILES, { first }, analyst));
  return statements
    .map(({ sql }) => (/lateral/.test(sql) ? 'issue by firm' : (/FROM "[^"]+"\."(\w+)"/.exec(sql)?.[1] ?? sql)))
    .toSorted();
}

describe("the firms' files (一企一档)", () => {
  it('are whole: five issues each, with reports, reporters and callbacks', async () => {
    const { list } = await intake.get<Files>(FILES, { first: 50 }, analyst);
    const counted = list.nodes.map(({ issues }) => [
      issues.nodes.length,
      issues.nodes.every(({ reports, callbacks }) => reports[0]?.reporter.name === '张**' && callbacks.length === 1),
    ]);
    expect(counted).toEqual(Array.from({ length: 50 }, () => [5, true]));
  });

  it('are read in the same eight statements, whether of 1, of 5 or of 50 firms', async () => {
    // the issues of many firms are two statements; their firms are asked for again, once for all
    const eight = ['callback', 'firm', 'firm', 'issue', 'issue by firm', 'report', 'reporter', 'town'];
    expect([await readFor(1), await readFor(5), await readFor(50)]).toEqual([eight, eight, eight]);
  });
});
