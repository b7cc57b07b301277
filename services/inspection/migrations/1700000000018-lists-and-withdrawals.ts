import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lights are listed by colour and town; a rulebook that is not in force yet, and an interest that was declared, can be taken back. */
const schema = `
  create index light_newest on light (since desc, credit_code desc) where colour is not null;
  create index light_by_colour on light (colour, since desc, credit_code desc) where colour is not null;
  create index light_of_town on light (town_code, since desc, credit_code desc) where colour is not null;
  -- the map counts by it, those without a light too
  drop index light_by_town;
  create index light_by_town on light (town_code, colour, since desc, credit_code desc);

  alter table rulebook add withdrawn_at timestamptz(3), add withdrawn_by text check (withdrawn_by <> ''),
    add constraint rulebook_withdrawn_check check (num_nulls(withdrawn_at, withdrawn_by) in (0, 2)),
    drop constraint rulebook_in_force_from_key;
  create unique index rulebook_in_force_from_key on rulebook (in_force_from) where withdrawn_at is null;

  alter table inspector_conflict add id uuid not null default uuidv7(), add withdrawn_at timestamptz(3),
    add withdrawn_by text check (withdrawn_by <> ''),
    add constraint inspector_conflict_withdrawn_check check (num_nulls(withdrawn_at, withdrawn_by) in (0, 2)),
    drop constraint inspector_conflict_pkey, add primary key (id);
  alter table inspector_conflict alter id drop default;
  create unique index inspector_conflict_standing on inspector_conflict (sub, credit_code) where withdrawn_at is null;
  create index inspector_conflict_of on inspector_conflict (sub, declared_at, id);
`;

export class ListsAndWithdrawals1700000000018 implements MigrationInterface {
  name = 'ListsAndWithdrawals1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
