import { Injectable } from '@nestjs/common';
import { change, create } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { IsNull, Not } from 'typeorm';
import { z } from 'zod';
import type { AcknowledgeNoticeInput, ReplyToUrgingInput, UrgeTaskInput } from '../generated/graphql.ts';
import { durationMs } from '../clock/domain/duration.ts';
import { policyAt } from '../policy/policy-at.queries.ts';
import { PolicyVersionsQueries } from '../policy/policy-versions.queries.ts';
import { TaskService } from '../task/task.service.ts';
import { addresseeOf } from './addressee.ts';
import { acknowledge } from './domain/acknowledge.ts';
import { reply } from './domain/reply.ts';
import { urgeByHand } from './domain/urge-by-hand.ts';
import type { UrgingNotice } from './domain/urging-notice.ts';
import { IssuingService } from './issuing.service.ts';
import { urgingNotices, UrgingNoticeTable } from './urging-notice.table.ts';

const urgeShape = z.object({ taskId: entityId, reason: words(1000) });
const acknowledgeShape = z.object({ noticeId: entityId });
const replyShape = z.object({ noticeId: entityId, reason: words(1000), promisedAt: z.date() });

@Injectable()
export class UrgingNoticeService {
  constructor(
    private readonly db: Database,
    private readonly tasks: TaskService,
    private readonly issuing: IssuingService,
    private readonly policies: PolicyVersionsQueries,
  ) {}

  async urgeTask(viewer: Viewer, input: UrgeTaskInput): Promise<UrgingNotice> {
    const { taskId, reason } = shaped(urgeShape, input);
    return this.db.transaction((tx) =>
      this.tasks.hold(tx, taskId, 'urge', async (task, issuedAt) => {
        const { urgeByHandEvery } = (await this.policies.read(tx.manager))(task.policyVersion);
        const lastAt = await this.#lastByHand(tx, taskId);
        const [numbered] = await this.issuing.numbers(tx.manager, 'urging', issuedAt, 1);
        const by = { urgedBy: viewer.sub, urgedByName: viewer.name };
        const byHand = { reason, ...by, issuedAt, lastAt, everyMs: durationMs(urgeByHandEvery) };
        await this.tasks.noteUrged(tx, task);
        return create(tx, urgingNotices, urgeByHand(task, byHand, numbered!), issuedAt);
      }),
    );
  }

  async acknowledge(viewer: Viewer, input: AcknowledgeNoticeInput): Promise<UrgingNotice> {
    const { noticeId } = shaped(acknowledgeShape, input);
    const by = addresseeOf(viewer);
    return change(this.db, urgingNotices, noticeId, (notice, now) => acknowledge(notice, { by }, now));
  }

  async reply(viewer: Viewer, input: ReplyToUrgingInput): Promise<UrgingNotice> {
    const { noticeId, ...told } = shaped(replyShape, input);
    const by = addresseeOf(viewer);
    return this.db.transaction(async (tx) => {
      const { extendAtMost: atMost } = await policyAt(tx.manager, await tx.now());
      return change(tx, urgingNotices, noticeId, (notice, now) => reply(notice, { ...told, by, atMost }, now));
    });
  }

  async #lastByHand(tx: Tx, taskId: string): Promise<Date | null> {
    const where = { taskId, urgedBy: Not(IsNull()) };
    const select = { id: true, issuedAt: true } as const;
    const last = await tx.manager.findOne(UrgingNoticeTable, { select, where, order: { issuedAt: 'DESC' } });
    return last?.issuedAt ?? null;
  }
}
