import { Injectable } from '@nestjs/common';
import { saveAll, type Decided } from '@qifutong/persistence/change-all';
import { Database, type Tx } from '@qifutong/persistence/database';
import { msUntilFirst } from '@qifutong/persistence/ms-until-first';
import { In, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CountyTimeService } from '../clock/county-time.service.ts';
import { urgeEvery } from '../clock/domain/sla-policy.ts';
import type { CountyTime } from '../clock/domain/time-limit.ts';
import { IssuingService } from '../notice/issuing.service.ts';
import { PolicyVersionsQueries } from '../policy/policy-versions.queries.ts';
import { centreClocks, CentreClockTable } from './centre.table.ts';
import { begin, follow, type CentreClock } from './domain/centre-clock.ts';
import type { Course } from './domain/course.ts';
import { spansOf, type Span } from './domain/spans.ts';
import { newUrgings, urge, wake } from './domain/wake.ts';
import { limitsAt } from './limits.queries.ts';

const AT_ONCE = 500;
const locked = { mode: 'for_no_key_update' } as const;
const skipLocked = { ...locked, onLocked: 'skip_locked' } as const;

/** The centre's own clocks: they follow the courses of issues, and notice by themselves what was missed. */
@Injectable()
export class CentreClockService {
  constructor(
    private readonly db: Database,
    private readonly countyTime: CountyTimeService,
    private readonly policies: PolicyVersionsQueries,
    private readonly issuing: IssuingService,
  ) {}

  /** Lets the clocks of an issue, whose course this transaction holds locked, be as that has it. */
  async follow(tx: Tx, course: Course): Promise<void> {
    const { issueId } = course;
    const known = await tx.manager.find(CentreClockTable, { where: { issueId }, lock: locked });
    const time = await this.countyTime.read(tx.manager);
    const now = await tx.now();
    const decided: Decided<CentreClock>[] = [];
    for (const span of spansOf(course.facts)) {
      const before = known.find(({ kind, ordinal }) => kind === span.kind && ordinal === span.ordinal) ?? null;
      const from = before ?? (await this.#begin(tx.manager, course, span, time));
      decided.push({ before, decision: follow(from, { course, span }, now, time) });
    }
    await this.#save(tx, decided, now, time);
  }

  /** The clocks of an issue, and what was issued for them, follow it to the town that it turned out to be of. */
  async moveToTown(tx: Tx, issueId: string, townCode: string | null): Promise<void> {
    const clocks = await tx.manager.find(CentreClockTable, { select: { id: true }, where: { issueId }, lock: locked });
    const ids = clocks.map(({ id }) => id);
    await tx.manager.update(CentreClockTable, { id: In(ids) }, { townCode });
    await this.issuing.moveOfCentreToTown(tx, ids, townCode);
  }

  /**
   * Takes the clocks of which something is due, as many as nobody else has in hand, and does it.
   * @returns milliseconds until it is worth another look, by the database's clock; null while no clock runs
   */
  async wakeDue(): Promise<number | null> {
    const untilFirst = await msUntilFirst(this.db, CentreClockTable, 'wakeAt');
    if (untilFirst === null || untilFirst > 0) return untilFirst;
    return this.db.transaction(async (tx) => {
      const now = await tx.now();
      const order = { wakeAt: 'ASC' } as const;
      const where = { wakeAt: LessThanOrEqual(now) };
      const due = await tx.manager.find(CentreClockTable, { where, order, take: AT_ONCE, lock: skipLocked });
      if (due.length > 0) await this.#wake(tx, due, now);
      return due.length === AT_ONCE ? 0 : this.#untilNext(tx, now);
    });
  }

  async #begin(manager: EntityManager, course: Course, span: Span, time: CountyTime): Promise<CentreClock> {
    const terms = await limitsAt(manager, span.kind, span.startedAt);
    return begin(uuidv7(), { course, span }, terms, time);
  }

  async #wake(tx: Tx, due: readonly CentreClock[], now: Date): Promise<void> {
    const time = await this.countyTime.read(tx.manager);
    const decided = due.map((before) => ({ before, decision: wake(before, now, time) }));
    await this.#save(tx, decided, now, time);
  }

  /** A deadline that was found missed brings its notice in the same transaction, though it is done by now. */
  async #save(tx: Tx, decided: readonly Decided<CentreClock>[], now: Date, time: CountyTime): Promise<void> {
    const every = urgeEvery(await this.policies.read(tx.manager));
    const urged = decided.map(({ before, decision: { state, events } }) => {
      const open = before === null || before.open;
      return { before, decision: { state: open ? urge(state, now, time, every) : state, events } };
    });
    const saved = await saveAll(tx, centreClocks, urged, now);
    const urgings = saved.flatMap((after, i) => newUrgings(urged[i]!.before?.clock ?? null, after));
    await this.issuing.urgeCentre(tx, urgings, now);
  }

  async #untilNext(tx: Tx, now: Date): Promise<number | null> {
    const where = { wakeAt: MoreThan(now) };
    const select = { id: true, wakeAt: true } as const;
    const next = await tx.manager.findOne(CentreClockTable, { select, where, order: { wakeAt: 'ASC' } });
    return next ? next.wakeAt!.getTime() - now.getTime() : null;
  }
}
