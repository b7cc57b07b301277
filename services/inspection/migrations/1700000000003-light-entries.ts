import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lights that there are already have their entries stored by the job that stores what is missing. */
const schema = `
  create table light_entry (
    credit_code text not null references light,
    at timestamptz(3) not null,
    fact_id uuid not null,
    day date not null,
    kind text not null check (kind in ('INSPECTED', 'INTERVIEW_HELD', 'SHUTDOWN_SIGNED', 'SHUTDOWN_REFUSED', 'ACCEPTANCE_APPROVED')),
    inspection_id uuid not null,
    colour text not null check (colour in ('GREEN', 'YELLOW', 'RED')),
    run int not null check (run >= 0),
    since timestamptz(3) not null check (since <= at),
    condition text not null check (condition in ('NORMAL', 'INTERVIEW_DUE', 'INTERVIEW_HELD', 'SHUTDOWN_DRAFTED', 'SHUT_DOWN')),
    caused_by uuid not null,
    reason text not null check (reason in ('RULES_MET', 'RULES_UNMET', 'UNMET_IN_A_ROW', 'INTERVIEW_AWAITED', 'MENDED_AFTER_INTERVIEW',
      'NOT_MENDED_AFTER_INTERVIEW', 'SHUTDOWN_AWAITED', 'ACCEPTANCE_AWAITED', 'INTERVIEW_HELD', 'SHUTDOWN_SIGNED', 'SHUTDOWN_REFUSED',
      'ACCEPTANCE_APPROVED')),
    primary key (credit_code, at, fact_id),
    check (kind <> 'INSPECTED' or inspection_id = fact_id),
    check (kind = 'INSPECTED' or reason = kind),
    check ((colour = 'RED') = (condition <> 'NORMAL')),
    check ((colour = 'GREEN') = (run = 0))
  );
  create unique index light_entry_of_day on light_entry (credit_code, day) where kind = 'INSPECTED';
`;

export class LightEntries1700000000003 implements MigrationInterface {
  name = 'LightEntries1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
