import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Urged is what has a notice, whoever issued it: the board counts it from its index, the map from the same column. */
const urged = `
  alter table task add urged boolean not null default false;
  update task set urged = true where exists (select from urging_notice where urging_notice.task_id = task.id);
  drop index task_board;
  create index task_board on task (task_force_code, deadline_at, id) include (status, overdue, near_limit, urged, town_code)
    where status not in ('RETURNED', 'TRANSFERRED', 'CLOSED', 'CANCELLED');
`;

export class UrgedAlike1700000000011 implements MigrationInterface {
  name = 'UrgedAlike1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(urged);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
