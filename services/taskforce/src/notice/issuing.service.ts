import { Inject, Injectable } from '@nestjs/common';
import type { Announcement } from '@qifutong/contracts/define-event';
import { countyDay } from '@qifutong/kernel/county-time';
import type { Decision } from '@qifutong/kernel/decision';
import { saveAll } from '@qifutong/persistence/change-all';
import type { Tx } from '@qifutong/persistence/database';
import { drawNumbers } from '@qifutong/persistence/number-series';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { Any, In, IsNull, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { commanderAt } from '../centre/commander.queries.ts';
import type { PolicyOf } from '../clock/domain/sla-policy.ts';
import { notBefore } from './domain/acknowledge.ts';
import { isToBeSupervised, supervise, urgedRepeatedly } from './domain/supervise.ts';
import type { OnDuty } from './domain/supervision.ts';
import { urgeCentre, type CentreUrging } from './domain/urge-centre.ts';
import { urgeForReturned } from './domain/urge-for-returned.ts';
import { urgeInterview, type MissedInterview } from './domain/urge-interview.ts';
import { urge, type TaskUrging } from './domain/urge.ts';
import type { Numbered, UrgingNotice } from './domain/urging-notice.ts';
import { heardSince } from './heard-since.queries.ts';
import { SupervisionTable, supervisions } from './supervision.table.ts';
import { urgingNotices, UrgingNoticeTable } from './urging-notice.table.ts';

type Series = 'urging' | 'supervision';
type Noticed = TaskUrging & { readonly urgingNoticeId: string };
type DecideForCentre = (onDuty: OnDuty | null, numbered: Numbered) => Decision<UrgingNotice, Announcement>;
type Decided<S> = readonly Decision<S, Announcement>[];

const isNew = <S>(decision: Decision<S, Announcement>) => ({ before: null, decision });

/** Issues documents: each numbered, stored and announced in the transaction of what brought it about. */
@Injectable()
export class IssuingService {
  constructor(@Inject(CONFIG) private readonly config: ServiceConfig) {}

  /** Issues the notices that are due to whoever has a task, and opens a supervision for every one of which a task force was urged too often. */
  async urge(tx: Tx, due: readonly TaskUrging[], policyOf: PolicyOf, at: Date): Promise<void> {
    const ofReturned = due.filter(({ toCentre }) => toCentre);
    await this.#toCentre(
      tx,
      at,
      ofReturned.map((urging) => (onDuty, numbered) => urgeForReturned(urging, onDuty, numbered)),
    );
    const urgings = due.filter(({ toCentre }) => !toCentre);
    if (urgings.length === 0) return;
    const numbers = await this.numbers(tx.manager, 'urging', at, urgings.length);
    const decided = urgings.map((urging, i) => urge(urging, numbers[i]!));
    const issued = await this.#store(tx, decided, at);
    const often = urgings
      .map((urging, i) => ({ ...urging, urgingNoticeId: issued[i]!.id }))
      .filter((urging) => isToBeSupervised(urging, policyOf(urging.policyVersion)));
    if (often.length > 0) await this.#supervise(tx, often, at);
  }

  /** Issues the notices that are due to the centre itself; they go to who is on duty. */
  urgeCentre(tx: Tx, urgings: readonly CentreUrging[], at: Date): Promise<void> {
    return this.#toCentre(
      tx,
      at,
      urgings.map((urging) => (onDuty, numbered) => urgeCentre(urging, onDuty, numbered)),
    );
  }

  /** Issues the notice of an interview that was not held in time, to who is on duty; there is one for each time limit, but none for what was missed before this service was there to hear of it. */
  async urgeInterview(tx: Tx, missed: MissedInterview, noticedAt: Date): Promise<void> {
    const { interviewId, dueAt } = missed;
    if (noticedAt < (await heardSince(tx.manager, 'inspection'))) return;
    if (await tx.manager.existsBy(UrgingNoticeTable, { interviewId, dueAt })) return;
    const at = notBefore(noticedAt, await tx.now());
    const onDuty = await commanderAt(tx.manager, at);
    const [numbered] = await this.numbers(tx.manager, 'urging', at, 1);
    await this.#store(tx, [urgeInterview(missed, onDuty, numbered!, at)], at);
  }

  /** The documents of a task follow it to the town that it turned out to be of. */
  async moveToTown(tx: Tx, taskId: string, townCode: string | null): Promise<void> {
    await tx.manager.update(UrgingNoticeTable, { taskId }, { townCode });
    await tx.manager.update(SupervisionTable, { taskId }, { townCode });
  }

  /** The notices of the centre's own clocks follow these. */
  async moveOfCentreToTown(tx: Tx, centreClockIds: readonly string[], townCode: string | null): Promise<void> {
    await tx.manager.update(UrgingNoticeTable, { centreClockId: In(centreClockIds) }, { townCode });
  }

  /** The next so many numbers of the county's day. */
  async numbers(manager: EntityManager, series: Series, at: Date, count: number): Promise<Numbered[]> {
    const day = countyDay(at, this.config.COUNTY_TIME_ZONE);
    const first = await drawNumbers(manager, series, day, count);
    return Array.from({ length: count }, (_, i) => ({ id: uuidv7(), day, runningNumber: first + i }));
  }

  async #toCentre(tx: Tx, at: Date, decide: readonly DecideForCentre[]): Promise<void> {
    if (decide.length === 0) return;
    const onDuty = await commanderAt(tx.manager, at);
    const numbers = await this.numbers(tx.manager, 'urging', at, decide.length);
    await this.#store(
      tx,
      decide.map((one, i) => one(onDuty, numbers[i]!)),
      at,
    );
  }

  #store(tx: Tx, decided: Decided<UrgingNotice>, at: Date): Promise<UrgingNotice[]> {
    return saveAll(tx, urgingNotices, decided.map(isNew), at);
  }

  async #supervise(tx: Tx, often: readonly Noticed[], at: Date): Promise<void> {
    const open = await this.#openOf(tx, often);
    // two clocks of one task may come to it at once: the first is enough
    const fresh = [...new Map(often.toReversed().map((one) => [one.task.id, one])).values()].filter(
      ({ task }) => !open.has(task.id),
    );
    if (fresh.length === 0) return;
    const onDuty = await commanderAt(tx.manager, at);
    const numbers = await this.numbers(tx.manager, 'supervision', at, fresh.length);
    const opened = fresh.map(({ task, urgingNoticeId, ordinal }, i) => {
      const opening = { urgingNoticeId, openedBy: null, reason: urgedRepeatedly(ordinal), openedAt: at, onDuty };
      return isNew(supervise(task, opening, numbers[i]!));
    });
    await saveAll(tx, supervisions, opened, at);
  }

  async #openOf(tx: Tx, often: readonly TaskUrging[]): Promise<ReadonlySet<string>> {
    const where = { taskId: Any(often.map(({ task }) => task.id)), liftedAt: IsNull() };
    const open = await tx.manager.find(SupervisionTable, { select: { taskId: true }, where });
    return new Set(open.map(({ taskId }) => taskId));
  }
}
