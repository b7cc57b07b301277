import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every number that a task is bound by stands with a version of the one policy; those that there are had what was in force. */
const policy = `
  alter table sla_policy_version
    add return_within text check (return_within ~ '^PT?[0-9]'),
    add supervise_at int check (supervise_at > 0),
    add urge_by_hand_every text check (urge_by_hand_every ~ '^PT?[0-9]'),
    add extend_at_most text not null default 'P30D' check (extend_at_most ~ '^PT?[0-9]');
  update sla_policy_version set return_within = returned.return_within, supervise_at = urged.supervise_at, urge_by_hand_every = urged.by_hand_every
    from return_policy as returned, urging_policy as urged;
  alter table sla_policy_version
    alter return_within set not null, alter supervise_at set not null, alter urge_by_hand_every set not null, alter extend_at_most drop default;
  drop table return_policy;
  drop table urging_policy;
`;

export class OnePolicy1700000000010 implements MigrationInterface {
  name = 'OnePolicy1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policy);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
