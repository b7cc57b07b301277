import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A picture shows one firm: what one firm may see of it, no inspection of another gives away. */
const schema = `
  alter table evidence add credit_code text references enrolment;
  update evidence e set credit_code = first.credit_code
    from (select distinct on (photo) photo, credit_code from inspection, unnest(photos) as photo order by photo, received_at) as first
    where first.photo = e.id;
  alter table evidence add check (credit_code is null or referred_at is not null);
`;

export class EvidenceOfAFirm1700000000008 implements MigrationInterface {
  name = 'EvidenceOfAFirm1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
