import type { MigrationInterface, QueryRunner } from 'typeorm';

const open = `status not in ('RETURNED', 'TRANSFERRED', 'CLOSED', 'CANCELLED')`;

/** What tasks are put in order by and marked with on the board. Nobody was warned before, and no firm's clock ran on. */
const board = `
  alter table task add deadline_at timestamptz(3), add near_limit boolean not null default false;
  update task set deadline_at = case when status = 'SUSPENDED' then '9999-12-31T00:00:00Z' else coalesce(
    least(
      case when accept_missed and status = 'DISPATCHED' then accept_due_at end,
      case when solve_missed and status in ('DISPATCHED', 'ACCEPTED') then solve_due_at end,
      next_due_at),
    solve_due_at, accept_due_at) end;
  alter table task alter deadline_at set not null, alter near_limit drop default;
  create index task_board on task (task_force_code, deadline_at, id) include (status, overdue, near_limit, times_urged, town_code) where ${open};
  create index task_deadline on task (deadline_at, id) where ${open};
  create index task_near_limit on task (deadline_at, id) where near_limit;
  create index task_overdue_longest on task (deadline_at, id) where overdue;
  create index task_accepted_by on task (accepted_by, deadline_at, id) where ${open};
  create index task_by_domain on task (domain, dispatched_at desc, id desc);
  create index task_urgent on task (dispatched_at desc, id desc) where urgency = 'URGENT';
`;

/** By due date: what fell due in a period, whatever became of it. */
const figures = `
  create index task_acceptance_due on task (accept_due_at);
  create index task_solution_due on task (solve_due_at) where solve_due_at is not null;
`;

export class BoardAndFigures1700000000009 implements MigrationInterface {
  name = 'BoardAndFigures1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(board + figures);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
