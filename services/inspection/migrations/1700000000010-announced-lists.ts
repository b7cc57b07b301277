import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What changes in a list is announced, one after the other; entries of before have announced nothing yet. */
const schema = `
  alter table enrolment add version int not null default 0 check (version >= 0);
  alter table inspector add version int not null default 0 check (version >= 0);
`;

export class AnnouncedLists1700000000010 implements MigrationInterface {
  name = 'AnnouncedLists1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
