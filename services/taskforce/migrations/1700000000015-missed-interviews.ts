import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice to the centre is of one of its clocks, or of an interview that was not held in time: of that once for each time limit. */
const notices = `
  alter table urging_notice
    add interview_id uuid,
    drop constraint urging_notice_addressee,
    drop constraint urging_notice_cause,
    add constraint urging_notice_addressee check (num_nonnulls(task_id, centre_clock_id, interview_id) = 1
      and (task_id is null) = (task_force_code is null)),
    add constraint urging_notice_cause check (case
      when urged_by is not null then task_id is not null and num_nonnulls(clock, ordinal, due_at) = 0 and reason is not null
      when interview_id is not null then num_nonnulls(clock, ordinal) = 0 and due_at is not null and issued_at > due_at and reason is null
      else num_nulls(clock, ordinal, due_at) = 0 and issued_at > due_at and reason is null end);
  create unique index urging_notice_once_of_interview on urging_notice (interview_id, due_at) where interview_id is not null;
`;

export class MissedInterviews1700000000015 implements MigrationInterface {
  name = 'MissedInterviews1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(notices);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
