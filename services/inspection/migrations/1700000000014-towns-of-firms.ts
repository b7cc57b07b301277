import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which town the register of firms says that a firm is of, enrolled or not yet. */
const schema = `
  create table firm_town (
    credit_code text primary key check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    town_code text not null check (town_code ~ '^[0-9]{9}$'),
    version int not null check (version >= 0)
  );

  -- who is not accepted yet is few, and left out of every count
  create index enrolment_provisional on enrolment (credit_code) where provisional_for is not null;
`;

export class TownsOfFirms1700000000014 implements MigrationInterface {
  name = 'TownsOfFirms1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
