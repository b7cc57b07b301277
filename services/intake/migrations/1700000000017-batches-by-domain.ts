import type { MigrationInterface, QueryRunner } from 'typeorm';

const domains =
  "('LABOUR', 'LOGISTICS', 'FINANCE', 'SUPPLY_CHAIN', 'EPIDEMIC_PREVENTION', 'TESTING', 'PASSAGE', 'MATERIALS', 'POLICY', 'APPROVAL', 'PROJECT', 'MARKET', 'OTHER')";

/** When a batch doubts: a line for every domain that differs; the policy's own number holds for the rest. */
const lines = `
  create table batch_policy_line (
    version int references batch_policy,
    domain text check (domain in ${domains}),
    doubtful_below real not null check (doubtful_below between 0 and 1),
    primary key (version, domain)
  );
`;

/** As much above what is alike as the rest has it; what people have set since stays. */
const differing = `
  with second as (
    insert into batch_policy (version, doubtful_below, set_at)
    select 2, 0.5, set_at from batch_policy where version = 1 and not exists (select from batch_policy where version > 1)
    returning version)
  insert into batch_policy_line
  select version, domain, doubtful_below from second, (values ('MATERIALS', 0.54), ('OTHER', 0.56)) as line (domain, doubtful_below);
`;

export class BatchesByDomain1700000000017 implements MigrationInterface {
  name = 'BatchesByDomain1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lines);
    await runner.query(differing);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
