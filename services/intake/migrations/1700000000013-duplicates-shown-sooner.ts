import type { MigrationInterface, QueryRunner } from 'typeorm';
import { policies as before } from './1700000000003-likeness.ts';

/** A hint too many costs a glance, one too few a firm that is worked for twice. */
export const policies = before.map((row) => ({ ...row, id: row.id + before.length, version: 2, duplicate: 0.2 }));

export class DuplicatesShownSooner1700000000013 implements MigrationInterface {
  name = 'DuplicatesShownSooner1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    // what people have set since stays
    await runner.query(
      `insert into likeness_policy select * from jsonb_populate_recordset(null::likeness_policy, $1)
       where not exists (select from likeness_policy where version > 1)`,
      [JSON.stringify(policies)],
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
