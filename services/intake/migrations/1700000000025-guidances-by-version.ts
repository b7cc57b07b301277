import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guidances are listed by the version that holds on a day: its domain, and whether it had begun. */
const schema = `
  create index guidance_version_by_domain on guidance_version (domain, effective_from);
  create index guidance_version_begun on guidance_version (effective_from);
`;

export class GuidancesByVersion1700000000025 implements MigrationInterface {
  name = 'GuidancesByVersion1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
