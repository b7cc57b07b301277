import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A task that nothing presses has no deadline to be put in order by while it is open: solved ones kept theirs. */
const task = `
  update task set deadline_at = '9999-12-31T00:00:00Z'
    where status not in ('RETURNED', 'TRANSFERRED', 'CLOSED', 'CANCELLED') and not overdue and next_due_at is null;
`;

/**
 * What a list is confined to besides stands behind its order, where the index itself leaves out what does not match: no row is
 * read for it. Wider, and no more of them than before, but for the urged.
 */
const indexes = `
  drop index task_newest;
  create index task_newest on task (dispatched_at desc, id desc, status);
  drop index task_of_task_force;
  create index task_of_task_force on task (task_force_code, dispatched_at desc, id desc, town_code, domain, status);
  drop index task_by_town;
  create index task_by_town on task (town_code, dispatched_at desc, id desc, domain, status);
  drop index task_by_domain;
  create index task_by_domain on task (domain, dispatched_at desc, id desc, status);
  drop index task_urgent;
  create index task_urgent on task (dispatched_at desc, id desc, task_force_code, town_code, domain, status) where urgency = 'URGENT';
  create index task_urged on task (dispatched_at desc, id desc, task_force_code, town_code, domain, status) where urged;
`;

export class Lists1700000000017 implements MigrationInterface {
  name = 'Lists1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(task + indexes);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
