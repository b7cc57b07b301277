import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SealedReporter1700000000005 implements MigrationInterface {
  name = 'SealedReporter1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    // name and phone stay for those who still run the release before this one: the job seals what they write
    await runner.query(`
      alter table reporter
        add column name_mask text,
        add column phone_mask text,
        add column sealed text,
        add column key_id text,
        add constraint reporter_sealed_check check ((sealed is null) = (key_id is null)),
        add constraint reporter_plain_check check (sealed is null or (name is null and phone is null));
      create index reporter_by_key on reporter (key_id, report_id);
      create index reporter_in_plain on reporter (report_id) where name is not null or phone is not null;

      create table reporter_showing (
        id uuid primary key,
        report_id uuid not null references report,
        issue_id uuid not null references issue,
        sub text not null constraint reporter_showing_sub_check check (sub <> ''),
        name text not null,
        roles text[] not null,
        task_force text,
        reason text not null constraint reporter_showing_reason_check check (char_length(reason) between 4 and 500),
        refused_as text constraint reporter_showing_refused_as_check
          check (refused_as in ('REPORTER_OF_OTHER_TASK_FORCE', 'REPORTER_CONFIDENTIAL')),
        correlation_id text not null,
        asked_at timestamptz(3) not null
      );
      create index reporter_showing_of_report on reporter_showing (report_id, asked_at desc, id desc);

      create function reporter_showing_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'what was shown of a reporter stays recorded' using errcode = 'restrict_violation';
      end $$;
      create trigger reporter_showing_stays before update or delete or truncate on reporter_showing
        for each statement execute function reporter_showing_stays();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
