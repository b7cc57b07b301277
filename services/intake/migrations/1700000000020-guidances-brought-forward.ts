import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version that is to begin before an announced one ends the earlier ones sooner than was said; never later. */
const schema = `
  drop trigger guidance_version_is_superseded_once on guidance_version;
  create trigger guidance_version_is_superseded_sooner before update on guidance_version for each row
    when (old.superseded_on is not null and (new.superseded_on is null or new.superseded_on > old.superseded_on))
    execute function stays_as_it_is();
`;

export class GuidancesBroughtForward1700000000020 implements MigrationInterface {
  name = 'GuidancesBroughtForward1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
