import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A document whose final text is issued is acknowledged anew: its receipts are counted, so that each has an event. */
const schema = `
  alter table document add version int not null default 0 check (version >= 0);
  update document set version = 1 where acknowledged_at is not null;
`;

export class ReceiptsAnew1700000000012 implements MigrationInterface {
  name = 'ReceiptsAnew1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
