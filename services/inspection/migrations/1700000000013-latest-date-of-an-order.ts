import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order that is given a date of its own gets one within this time of its issue. */
const schema = `
  alter table process_policy
    add rectify_at_most_days int not null default 30 constraint process_policy_rectify_at_most_days_check check (rectify_at_most_days >= 0);
  alter table process_policy alter rectify_at_most_days drop default;
`;

export class LatestDateOfAnOrder1700000000013 implements MigrationInterface {
  name = 'LatestDateOfAnOrder1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
