import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a task that goes on in other hands is found by; how long a task may be returned. */
const task = `
  alter table task
    add first_dispatched_at timestamptz(3),
    add constraint task_goes_on check ((first_dispatched_at is null) = (predecessor_id is null)),
    add awaits_redispatch boolean not null default false,
    add constraint task_awaits_redispatch check (not awaits_redispatch or status = 'RETURNED');
  create index task_awaits_redispatch on task (dispatched_at desc, id desc) where awaits_redispatch;
  drop index task_one_of_dispatch;
  create unique index task_one_of_dispatch on task (issue_id, round, dispatched_at, predecessor_id) nulls not distinct where issue_id is not null;

  create table return_policy (
    only_one boolean primary key default true check (only_one),
    return_within text not null check (return_within ~ '^PT?[0-9]')
  );
  insert into return_policy (return_within) values ('PT2H');
`;

export class TheTaskGoesOn1700000000006 implements MigrationInterface {
  name = 'TheTaskGoesOn1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(task);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
