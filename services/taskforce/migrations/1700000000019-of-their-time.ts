import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version was in force at an instant. */
const versions = `
  create index sla_policy_version_in_force on sla_policy_version (set_at desc, version desc);
  create index routing_rules_version_in_force on routing_rules_version (set_at desc, version desc);
`;

export class OfTheirTime1700000000019 implements MigrationInterface {
  name = 'OfTheirTime1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(versions);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
