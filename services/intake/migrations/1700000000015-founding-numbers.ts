import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a proposal was made with is kept apart from what it has by now, which is counted when it is asked. */
const founding = `
  alter table common_issue add founding text;
  update common_issue set founding = evidence[1], evidence = evidence[2:] where origin = 'LIKENESS' and evidence[1] like '% 小时内 % 件相似%';
`;

export class FoundingNumbers1700000000015 implements MigrationInterface {
  name = 'FoundingNumbers1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(founding);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
