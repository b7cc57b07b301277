import { describe, expect, it } from '@jest/globals';
import { migrate } from '@qifutong/platform/migrate';
import { behindTheTriggers, freshSchema } from '@qifutong/testkit/schema';
import { inspection } from '../src/service.ts';
import { aCreditCode, anId, feb } from './builders.ts';

const [firm, still] = [aCreditCode(1), aCreditCode(2)];

describe('what an earlier release stored', () => {
  it('has its lights changed when they began, and its towns from the events that told of them', async () => {
    const before = inspection.migrations.filter(({ name }) => name !== 'WhatWasBefore1700000000017');
    const schema = await freshSchema({ ...inspection, migrations: before });
    const { source } = schema.db;
    const sql = <Row>(text: string, ...parameters: unknown[]) => source.query<Row[]>(text, parameters);
    for (const code of [firm, still])
      await sql(`insert into enrolment values ($1, '330226112', '2020-02-01', 'analyst-1')`, code);
    await sql(
      `insert into inspection values ($1, 1, $2, null, 1, $3, $3, array['inspector-1'], '[{}]', true, null)`,
      ...[anId(1), firm, feb(14)],
    );
    await sql(
      `insert into light (credit_code, version, colour, run, since, condition, caused_by) values ($1, 1, 'GREEN', 0, $2, 'NORMAL', $3)`,
      ...[firm, feb(14), anId(1)],
    );
    for (const [version, formerTownCode, movedAt] of [
      [2, null, feb(12)],
      [3, '330226111', feb(13)],
    ] as const) {
      const event = JSON.stringify({ type: 'inspection.enrolment.moved.v1', data: { formerTownCode, movedAt } });
      await behindTheTriggers(
        source,
        `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event)
         values ('${anId(version)}', 'enrolment', '${firm}', ${version}, 'x', '${event}')`,
      );
    }
    await migrate(inspection, schema.url, schema.schema);
    expect(await sql('select credit_code, changed_at from light')).toEqual([
      { credit_code: firm, changed_at: feb(14) },
    ]);
    const towns = await sql('select former_towns as towns from enrolment order by credit_code');
    expect(towns).toEqual([
      {
        towns: [
          { townCode: null, until: feb(12).toISOString() },
          { townCode: '330226111', until: feb(13).toISOString() },
        ],
      },
      { towns: [] },
    ]);
    await schema.drop();
  });
});
