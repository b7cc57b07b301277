import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a common issue's issues the most alike show what it is about: of five thousand four are read. Those that people put in have no score. */
const schema = `
  create index common_issue_member_alike on common_issue_member (common_issue_id, score desc, id)
    where state in ('PROPOSED', 'MEMBER') and score is not null;
`;

export class MembersByLikeness1700000000024 implements MigrationInterface {
  name = 'MembersByLikeness1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
