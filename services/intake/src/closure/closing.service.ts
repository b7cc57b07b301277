import { Inject, Injectable } from '@nestjs/common';
import { countyDay } from '@qifutong/kernel/county-time';
import { create } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG, LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { AccountQueries } from './account.queries.ts';
import { ClosureQueries } from './closure.queries.ts';
import { dailyClosures, LineTable, type FrozenLine } from './closure.table.ts';
import {
  account,
  perLine,
  violations,
  type AccountLine,
  type Day,
  type Moves,
  type Violation,
} from './domain/account.ts';
import { dayAfter, dueDay } from './domain/day.ts';
import { freeze } from './domain/freeze.ts';
import { stockAfter } from './domain/stock.ts';

/** The lock that every writer of the account shares (the triggers of issue_move, report and callback). */
const HOLD_THE_DAY = `select pg_advisory_xact_lock(hashtext('daily_closure' || current_schema()))`;

const RAISE = `insert into daily_closure_alarm (day, violations, raised_at, tried_at) values ($1, $2, $3, $3)
  on conflict (day) do update set violations = excluded.violations, tried_at = excluded.tried_at`;
const END = 'update daily_closure_alarm set ended_at = $2, tried_at = $2 where day = $1 and ended_at is null';

type Turn = 'NOTHING_DUE' | 'FROZEN' | 'VIOLATED';

@Injectable()
export class ClosingService {
  constructor(
    private readonly db: Database,
    private readonly queries: ClosureQueries,
    private readonly accounts: AccountQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Freezes every day that has ended and is not frozen, in order, a transaction each: exactly once, however many do it at once.
   * @returns milliseconds until 24:00, by the database's clock; null when a day's account does not hold
   */
  async closeEndedDays(): Promise<number | null> {
    while (await this.#due(this.db.source.manager, await this.db.now())) {
      if ((await this.db.transaction((tx) => this.#closeNext(tx))) === 'VIOLATED') return null;
    }
    const now = await this.db.now();
    const { endsAt } = await this.accounts.bounds(
      this.db.source.manager,
      this.dayOf(now),
      this.config.COUNTY_TIME_ZONE,
    );
    return endsAt.getTime() - now.getTime();
  }

  get timeZone(): string {
    return this.config.COUNTY_TIME_ZONE;
  }

  dayOf(instant: Date): string {
    return countyDay(instant, this.timeZone);
  }

  /** The day on which the register opened: that of the first issue that was not loaded. */
  async openingDay(manager: EntityManager): Promise<string | null> {
    const frozen = await this.queries.firstDay(manager);
    if (frozen !== null) return frozen;
    const openedAt = await this.queries.openedAt(manager);
    return openedAt && this.dayOf(openedAt);
  }

  /** The account of a day as it stands; the overall line first. */
  async accountOf(manager: EntityManager, day: string): Promise<{ lines: AccountLine[]; moves: Moves[] }> {
    const bounds = await this.accounts.bounds(manager, day, this.config.COUNTY_TIME_ZONE);
    const moves = await this.accounts.moves(manager, [day, day]);
    const told = {
      carriedIn: await this.#carriedInto(manager, day),
      carriedOver: await this.accounts.openAt(manager, day),
      reports: await this.accounts.reports(manager, bounds),
      calls: await this.accounts.calls(manager, bounds),
      callbacks: await this.accounts.callbacks(manager, bounds),
    };
    return { lines: account({ ...told, moves }), moves };
  }

  /** What the day before carried over; on the day on which the register opens, what was open of loaded history. */
  async #carriedInto(manager: EntityManager, day: string): Promise<Day['carriedIn']> {
    const before = dayAfter(day, -1);
    const lines = await manager.findBy(LineTable, { day: before });
    if (lines.length > 0)
      return lines.map(({ dimension, key, carriedOver }) => ({ dimension, key, count: carriedOver }));
    const opens = (await this.openingDay(manager)) === day;
    return perLine(await (opens ? this.accounts.loadedOpenAt(manager, before) : this.accounts.openAt(manager, before)));
  }

  async #due(manager: EntityManager, now: Date): Promise<string | null> {
    const lastDay = await this.queries.lastDay(manager);
    const openingDay = lastDay === null ? await this.openingDay(manager) : null;
    return dueDay(lastDay, openingDay, this.dayOf(now));
  }

  async #closeNext(tx: Tx): Promise<Turn> {
    await tx.manager.query(HOLD_THE_DAY);
    const now = await tx.now();
    const day = await this.#due(tx.manager, now);
    if (day === null) return 'NOTHING_DUE';
    const { lines, moves } = await this.accountOf(tx.manager, day);
    const violated = violations(lines);
    if (violated.length > 0) return this.#raise(tx, day, violated, now);
    await this.#freeze(tx, { day, lines, moves }, now);
    return 'FROZEN';
  }

  async #raise(tx: Tx, day: string, violated: readonly Violation[], now: Date): Promise<Turn> {
    await tx.manager.query(RAISE, [day, JSON.stringify(violated), now]);
    this.log.error({ day, violations: violated }, "the day's account does not hold; the day is not closed");
    return 'VIOLATED';
  }

  async #freeze(tx: Tx, { day, lines, moves }: Counted, now: Date): Promise<void> {
    const { endsAt } = await this.accounts.bounds(tx.manager, day, this.config.COUNTY_TIME_ZONE);
    const before = dayAfter(day, -1);
    const stock = (await tx.manager.existsBy(LineTable, { day: before }))
      ? await this.accounts.stockOf(tx.manager, before)
      : await this.accounts.stockAt(tx.manager, before);
    const rows = lines.map((line): FrozenLine => ({ ...line, day }));
    await tx.manager.insert(LineTable, rows);
    await this.accounts.freezeCarried(tx.manager, { day, endsAt });
    await this.accounts.freezeStock(tx.manager, day, stockAfter(stock, moves));
    await this.accounts.freezeTrail(tx.manager, day, now);
    await tx.manager.query(END, [day, now]);
    await create(tx, dailyClosures, freeze({ day, endedAt: endsAt, overall: lines[0]! }, now), now);
    this.log.info({ day, lines: lines.length }, 'day closed');
  }
}

interface Counted {
  readonly day: string;
  readonly lines: readonly AccountLine[];
  readonly moves: readonly Moves[];
}
