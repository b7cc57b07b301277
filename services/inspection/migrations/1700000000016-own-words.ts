import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a firm says itself against a shutdown order stands beside what others took down for it. Of a draft from before nobody can tell who spoke, so
 * that its words count as taken down. A refusal names who refused, which was not kept before. A policy of before may give orders a date that
 * is later than the latest: only new versions are held to it.
 */
const schema = `
  alter table shutdown_order
    add hearing text constraint shutdown_order_hearing_check check (hearing <> ''),
    add hearing_at timestamptz(3),
    add hearing_by text constraint shutdown_order_hearing_by_check check (hearing_by <> ''),
    add refused_by_name text;
  update shutdown_order set hearing = defence, hearing_at = defence_at, hearing_by = defence_by, defence = null, defence_at = null, defence_by = null
    where defence is not null and signed_at is null and refused_at is null;
  alter table shutdown_order
    add constraint shutdown_order_taken_down check (num_nulls(hearing_at, hearing_by) in (0, 2) and (hearing is null or hearing_at is not null)),
    add constraint shutdown_order_refuser check (refused_by_name is null or refused_at is not null);
  alter table process_policy
    add constraint process_policy_rectify_dates check (rectify_at_most_days >= rectify_within_days) not valid;
`;

export class OwnWords1700000000016 implements MigrationInterface {
  name = 'OwnWords1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
