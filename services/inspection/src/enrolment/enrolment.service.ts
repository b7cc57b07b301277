import { Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { append } from '@qifutong/persistence/append';
import { change, type Announced } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { EnrolFirmInput } from '../generated/graphql.ts';
import { LightService } from '../light/light.service.ts';
import { enrol } from './domain/enrol.ts';
import type { Enrolment } from './domain/enrolment.ts';
import { move } from './domain/move.ts';
import { restate } from './domain/restate.ts';
import { enrolments, EnrolmentTable } from './enrolment.table.ts';
import { keepTown, townHeard, type HeardTown } from './firm-town.queries.ts';

const shape = z.object({
  creditCode: words(18),
  townCode: orNull(townCode),
  enrolledAt: orNull(z.date()),
});

@Injectable()
export class EnrolmentService {
  constructor(
    private readonly db: Database,
    private readonly lights: LightService,
  ) {}

  /**
   * Opens the firm's file of lights with it. A firm that is enrolled keeps its first enrolment, and one that awaits its acceptance goes on doing so;
   * its town is corrected. Where none is said, the firm is where the register says.
   */
  async enrol(viewer: Viewer, input: EnrolFirmInput): Promise<Enrolment> {
    const by = viewer.sub;
    const { creditCode, townCode, enrolledAt } = shaped(shape, input);
    return this.db.transaction(async (tx) => {
      const heard = await townHeard(tx, creditCode);
      await this.#add(tx, enrol({ creditCode, townCode: townCode ?? heard, enrolledAt, by }, await tx.now()));
      return this.#move(tx, creditCode, (enrolment, now) => restate(enrolment, { townCode, by }, now));
    });
  }

  /** The register of firms says where a firm is; of one that is not enrolled it is kept until then. */
  async follow(tx: Tx, heard: HeardTown): Promise<void> {
    const { creditCode, townCode } = heard;
    const isNews = await keepTown(tx, heard);
    if (!isNews || !(await this.ofFirm(tx, creditCode))) return;
    await this.#move(tx, creditCode, (enrolment, now) => move(enrolment, { townCode, by: null }, now));
  }

  ofFirm(tx: Tx, creditCode: string): Promise<Enrolment | null> {
    return tx.manager.findOneBy(EnrolmentTable, { creditCode });
  }

  /**
   * Puts a firm that nobody enrolled yet on the list, so that it can be inspected; where the register says, else where it says itself.
   * @returns false when it was there
   */
  async admit(tx: Tx, firm: Pick<Enrolment, 'creditCode' | 'townCode'> & { readonly by: string }): Promise<boolean> {
    const townCode = (await townHeard(tx, firm.creditCode)) ?? firm.townCode;
    return this.#add(tx, enrol({ ...firm, townCode, enrolledAt: null }, await tx.now()));
  }

  async #move(
    tx: Tx,
    creditCode: string,
    decide: (enrolment: Enrolment, now: Date) => Announced<Enrolment>,
  ): Promise<Enrolment> {
    await this.lights.lock(tx, creditCode);
    const firm = await change(tx, enrolments, creditCode, decide);
    await this.lights.move(tx, firm);
    return firm;
  }

  async #add(tx: Tx, { state, events }: Decision<Enrolment, Announcement>): Promise<boolean> {
    const first = { ...state, version: events.length };
    const insert = tx.manager.createQueryBuilder().insert().into(EnrolmentTable).values(first).orIgnore();
    const inserted = await insert.returning('credit_code').execute();
    const isNew = (inserted.raw as unknown[]).length > 0;
    if (isNew) await append(tx, events, state.version, await tx.now());
    await this.lights.open(tx, await tx.manager.findOneByOrFail(EnrolmentTable, { creditCode: state.creditCode }));
    return isNew;
  }
}
