import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice tells what it needs to be listed, announced and printed by itself: a document does not change with what it is about. */
const documents = `
  alter table urging_notice
    add domain text,
    add town_code text,
    add commander_name text,
    add constraint urging_notice_commander check (task_id is null or num_nonnulls(commander, commander_name) = 0);
  update urging_notice set domain = task.domain, town_code = task.town_code from task where task.id = task_id;
  create index urging_notice_of_town on urging_notice (town_code, issued_at desc, id desc);
  create index urging_notice_unanswered on urging_notice (issued_at desc, id desc) where replied_at is null;
  create index urging_notice_unanswered_of_task_force on urging_notice (task_force_code, issued_at desc, id desc) where replied_at is null;

  alter table supervision
    alter commander drop not null,
    add domain text not null,
    add town_code text;
  create index supervision_of_task_force on supervision (task_force_code, opened_at desc, id desc);
  create index supervision_of_town on supervision (town_code, opened_at desc, id desc);
  create index supervision_open on supervision (opened_at desc, id desc) where lifted_at is null;
`;

/** After how many notices for one deadline the commander takes a task up, and how often a task is urged by hand. */
const policy = `
  create table urging_policy (
    only_one boolean primary key default true check (only_one),
    supervise_at int not null check (supervise_at > 0),
    by_hand_every text not null check (by_hand_every ~ '^PT?[0-9]')
  );
  insert into urging_policy (supervise_at, by_hand_every) values (3, 'PT1H');
`;

/** What was urged before is a fact of its clock, too; the next look finds what else is due of a task, and when it is to be woken. */
const histories = `
  update task set clocks = (
    select jsonb_agg(case when urged.facts is null then clock else jsonb_set(clock, '{history}', (clock -> 'history') || urged.facts) end order by position)
    from jsonb_array_elements(clocks) with ordinality as one (clock, position)
      left join lateral (
        select jsonb_agg(jsonb_build_object('type', 'URGED', 'ordinal', ordinal,
          'at', to_char(issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'nextAt', to_char((issued_at + interval '12 hours') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by ordinal) as facts
        from urging_notice where task_id = task.id and urging_notice.clock = one.clock ->> 'kind') as urged on true)
  where exists (select from urging_notice where task_id = task.id);
  update task set wake_at = dispatched_at where status in ('DISPATCHED', 'ACCEPTED');
`;

export class Notices1700000000007 implements MigrationInterface {
  name = 'Notices1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(documents + policy + histories);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
