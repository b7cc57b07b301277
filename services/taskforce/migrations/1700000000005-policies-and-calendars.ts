import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countyOffice } from './holidays.ts';

const KINDS = `'$.kind ? (@ == "ELAPSED" || @ == "WORKING" || @ == "SAME_DAY" || @ == "WHOLE_DAYS")'`;

const limited = (table: string, column: string) =>
  `alter table ${table} add constraint ${table}_${column}_check check (jsonb_path_exists(${column}, ${KINDS}));`;

export class PoliciesAndCalendars1700000000005 implements MigrationInterface {
  name = 'PoliciesAndCalendars1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      [
        limited('sla_policy', 'accept_within'),
        limited('sla_policy', 'solve_within'),
        limited('sla_policy_version', 'dispatch_within'),
        limited('sla_policy_version', 'callback_within'),
        limited('task', 'solve_within'),
        `alter table sla_policy_version add warn_at int[] not null default '{75}' check (1 <= all (warn_at) and 99 >= all (warn_at));
         alter table sla_policy_version alter warn_at drop default;
         create index task_of_common_issue on task (common_issue_id, dispatched_at) where issue_id is null;
         create index task_open_of_task_force on task (task_force_code, dispatched_at desc, id desc)
           where status not in ('RETURNED', 'TRANSFERRED', 'CLOSED', 'CANCELLED');`,
      ].join('\n'),
    );
    const { code, version, name, week, days } = countyOffice;
    await runner.query(
      `insert into working_calendar (code, version, name, week, days, set_at) values ($1, $2, $3, $4, $5, '2020-02-01T00:00:00Z')`,
      [code, version, name, JSON.stringify(week), JSON.stringify(days)],
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
