import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every policy is kept in versions, each with who set it and when; what was set before that has no author. */
const policies = `
  alter table callback_policy
    drop column only_one,
    add version int not null default 1 constraint callback_policy_version_check check (version > 0),
    add set_at timestamptz(3) not null default '2020-02-01T00:00:00Z',
    add set_by text constraint callback_policy_set_by_check check (set_by <> ''),
    add primary key (version);
  alter table callback_policy alter version drop default, alter set_at drop default;

  alter table batch_policy rename valid_from to set_at;
  alter table batch_policy add set_by text constraint batch_policy_set_by_check check (set_by <> '');

  create table likeness_policy_version (
    version int primary key check (version > 0),
    set_at timestamptz(3) not null,
    set_by text check (set_by <> '')
  );
  insert into likeness_policy_version (version, set_at) select distinct version, timestamptz '2020-02-01T00:00:00Z' from likeness_policy;
  alter table likeness_policy add foreign key (version) references likeness_policy_version;
`;

/** What is to be called back keeps the version that it was solved under. */
const issues = `
  alter table issue add callback_policy_version int references callback_policy;
  update issue set callback_policy_version = 1 where callback_due_at is not null;
  alter table issue add constraint issue_callback_policy check (callback_due_at is null or callback_policy_version is not null);
`;

export class PoliciesInVersions1700000000014 implements MigrationInterface {
  name = 'PoliciesInVersions1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policies);
    await runner.query(issues);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
