import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId, optionalWords, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { Any } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { RecordDeliberationInput } from '../generated/graphql.ts';
import { commonIssues, CommonIssueTable } from './common-issue.table.ts';
import { DeliberationTable } from './deliberation.table.ts';
import { deliberate, type Deliberation } from './domain/deliberate.ts';

const shape = z.object({
  commonIssueId: entityId,
  heldAt: z.date(),
  place: optionalWords(200),
  participants: z.array(words(100)).min(1).max(100),
  conclusion: words(4000),
});

@Injectable()
export class DeliberationService {
  constructor(private readonly db: Database) {}

  async record(viewer: Viewer, input: RecordDeliberationInput): Promise<Deliberation> {
    const { commonIssueId: id, ...told } = shaped(shape, input);
    return this.db.transaction(async (tx) => {
      const common = await tx.manager.findOne(CommonIssueTable, { where: { id }, lock: { mode: 'pessimistic_read' } });
      if (common === null) throw commonIssues.notFound();
      const deliberation = deliberate(common, { ...told, id: uuidv7(), by: viewer.sub }, await tx.now());
      await tx.manager.insert(DeliberationTable, { ...deliberation, participants: [...deliberation.participants] });
      return deliberation;
    });
  }

  /** The deliberations on each common issue, oldest first. */
  readonly ofCommonIssues = async (ids: readonly string[]): Promise<Deliberation[][]> => {
    const found = await this.db.source.manager.find(DeliberationTable, {
      where: { commonIssueId: Any(ids) },
      order: { heldAt: 'ASC', id: 'ASC' },
    });
    const byCommonIssue = Map.groupBy(found, (one) => one.commonIssueId);
    return ids.map((id) => byCommonIssue.get(id) ?? []);
  };
}
