import { Injectable } from '@nestjs/common';
import { change, create } from '@qifutong/persistence/change';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { AcknowledgeSupervisionInput, LiftSupervisionInput, OpenSupervisionInput } from '../generated/graphql.ts';
import { TaskService } from '../task/task.service.ts';
import { addresseeOf } from './addressee.ts';
import { acknowledgeSupervision, lift } from './domain/lift.ts';
import { reject } from './domain/rejections.ts';
import { supervise } from './domain/supervise.ts';
import type { Supervision } from './domain/supervision.ts';
import { isSupervised } from './is-supervised.queries.ts';
import { IssuingService } from './issuing.service.ts';
import { supervisions } from './supervision.table.ts';

const openShape = z.object({ taskId: entityId, reason: words(1000) });
const acknowledgeShape = z.object({ supervisionId: entityId });
const liftShape = z.object({ supervisionId: entityId, conclusion: words(1000) });

@Injectable()
export class SupervisionService {
  constructor(
    private readonly db: Database,
    private readonly tasks: TaskService,
    private readonly issuing: IssuingService,
  ) {}

  /** @throws SUPERVISION_OPEN where the task is supervised already */
  async open(viewer: Viewer, input: OpenSupervisionInput): Promise<Supervision> {
    const { taskId, reason } = shaped(openShape, input);
    return this.db.transaction((tx) =>
      this.tasks.hold(tx, taskId, 'supervise', async (task, openedAt) => {
        if (await isSupervised(tx.manager, taskId)) throw reject('SUPERVISION_OPEN', { number: task.number });
        const [numbered] = await this.issuing.numbers(tx.manager, 'supervision', openedAt, 1);
        const opening = { urgingNoticeId: null, openedBy: viewer.sub, reason, openedAt, onDuty: viewer };
        return create(tx, supervisions, supervise(task, opening, numbered!), openedAt);
      }),
    );
  }

  async acknowledge(viewer: Viewer, input: AcknowledgeSupervisionInput): Promise<Supervision> {
    const { supervisionId } = shaped(acknowledgeShape, input);
    const by = addresseeOf(viewer);
    return change(this.db, supervisions, supervisionId, (one, now) => acknowledgeSupervision(one, { by }, now));
  }

  async lift(viewer: Viewer, input: LiftSupervisionInput): Promise<Supervision> {
    const { supervisionId, conclusion } = shaped(liftShape, input);
    return change(this.db, supervisions, supervisionId, (one, now) => lift(one, { by: viewer, conclusion }, now));
  }
}
