import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A document is signed and received by people: it keeps their names as they were then. */
const names = `
  alter table urging_notice
    add urged_by_name text,
    add acknowledged_by_name text,
    add replied_by_name text,
    add constraint urging_notice_names check ((urged_by_name is null or urged_by is not null)
      and (acknowledged_by_name is null or acknowledged_by is not null) and (replied_by_name is null or replied_by is not null));
  alter table supervision
    add acknowledged_by_name text,
    add lifted_by_name text,
    add constraint supervision_names check ((acknowledged_by_name is null or acknowledged_by is not null)
      and (lifted_by_name is null or lifted_by is not null));
`;

export class SignedByName1700000000013 implements MigrationInterface {
  name = 'SignedByName1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(names);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
