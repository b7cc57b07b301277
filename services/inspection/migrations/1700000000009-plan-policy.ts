import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = `
  create table plan_policy (
    version int primary key check (version > 0),
    share int not null check (share between 0 and 100),
    visits_per_team int not null check (visits_per_team between 1 and 100),
    most_days int not null check (most_days between 0 and 366),
    most_failures int not null check (most_failures between 0 and 100),
    failure_days int not null check (failure_days between 1 and 366),
    set_at timestamptz(3) not null,
    set_by text check (set_by <> '')
  );
  insert into plan_policy values (1, 3, 12, 60, 5, 30, '2020-01-01', null);
`;

export class PlanPolicy1700000000009 implements MigrationInterface {
  name = 'PlanPolicy1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
