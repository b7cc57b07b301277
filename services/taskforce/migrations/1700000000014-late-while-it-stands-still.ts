import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was missed before one of its clocks was suspended is awaited still. */
const task = `
  alter table task
    drop constraint task_check8,
    add constraint task_pressed check ((next_due_at is null or status in ('DISPATCHED', 'ACCEPTED'))
      and (not overdue or status in ('DISPATCHED', 'ACCEPTED', 'SUSPENDED')));
`;

export class LateWhileItStandsStill1700000000014 implements MigrationInterface {
  name = 'LateWhileItStandsStill1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(task);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
