import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClosureTrail1700000000012 implements MigrationInterface {
  name = 'ClosureTrail1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    // without a foreign key to the closure: another service can tell of a day before its account is frozen
    await runner.query(`
      create table daily_closure_trail (
        day date not null,
        service text not null check (service in ('intake', 'taskforce', 'inspection')),
        link bigint not null check (link > 0),
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        told_at timestamptz(3) not null,
        primary key (day, service)
      );
      create trigger daily_closure_trail_kept before update or delete or truncate on daily_closure_trail execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
