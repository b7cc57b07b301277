import { Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { EnrolFirmInput } from '../generated/graphql.ts';
import { LightService } from '../light/light.service.ts';
import { enrol } from './domain/enrol.ts';
import type { Enrolment } from './domain/enrolment.ts';
import { EnrolmentTable } from './enrolment.table.ts';

const shape = z.object({
  creditCode: words(18),
  townCode: townCode.nullish().transform((code) => code ?? null),
  enrolledAt: z
    .date()
    .nullish()
    .transform((at) => at ?? null),
});

@Injectable()
export class EnrolmentService {
  constructor(
    private readonly db: Database,
    private readonly lights: LightService,
  ) {}

  /** Opens the firm's file of lights with it. A firm that is enrolled keeps its first enrolment. */
  async enrol(viewer: Viewer, input: EnrolFirmInput): Promise<Enrolment> {
    const enrolment = enrol({ ...shaped(shape, input), by: viewer.sub }, await this.db.now());
    const { creditCode } = enrolment;
    return this.db.transaction(async (tx) => {
      await tx.manager.createQueryBuilder().insert().into(EnrolmentTable).values(enrolment).orIgnore().execute();
      const first = await tx.manager.findOneByOrFail(EnrolmentTable, { creditCode });
      await this.lights.open(tx, first);
      return first;
    });
  }
}
