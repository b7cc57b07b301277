import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An approval holds as long as the inspection on site that it rests on. */
const schema = `
  alter table acceptance
    add lapsed_at timestamptz(3),
    drop constraint acceptance_status_check,
    drop constraint acceptance_check3,
    add constraint acceptance_status_check check (status in ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    add constraint acceptance_decided check ((status in ('APPROVED', 'REFUSED', 'LAPSED')) = (decided_at is not null)),
    add constraint acceptance_lapsed check ((status = 'LAPSED') = (lapsed_at is not null)),
    add constraint acceptance_lapsed_inspected check (status <> 'LAPSED' or inspection_id is not null);
  create index acceptance_of_inspection on acceptance (inspection_id) where inspection_id is not null;
`;

export class LapsedAcceptances1700000000007 implements MigrationInterface {
  name = 'LapsedAcceptances1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
