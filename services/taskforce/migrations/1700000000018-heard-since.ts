import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Since when what another service tells brings notices: a stream is heard from its beginning, and what was missed before anybody here listened is no
 * news. Who has heard of missed interviews already goes on with that.
 */
const since = `
  create table heard_since (
    source text primary key,
    from_at timestamptz(3) not null
  );
  insert into heard_since select 'inspection', coalesce(min(handled_at), now()) from inbox where aggregate_type = 'interview';
`;

export class HeardSince1700000000018 implements MigrationInterface {
  name = 'HeardSince1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(since);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
