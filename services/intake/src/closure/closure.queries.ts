import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { page, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { inOrder } from '@qifutong/platform/request-context';
import { In, IsNull, type EntityManager } from 'typeorm';
import {
  AddendumTable,
  AlarmTable,
  CarriedTable,
  ClosureTrailTable,
  DailyClosureTable,
  LineTable,
} from './closure.table.ts';
import type { Alarm, CarriedOver, FrozenLine } from './closure.table.ts';
import type { Addendum, ClosureTrail, DailyClosure } from './domain/daily-closure.ts';

const latestFirst: Order<DailyClosure> = { by: ['day'], direction: 'DESC' };
export const oldestFirst: Order<CarriedOver> = { by: ['registeredAt', 'issueId'], direction: 'ASC' };

@Injectable()
export class ClosureQueries {
  constructor(private readonly db: Database) {}

  /** The last day that is frozen; the last up to a day, where one is named. */
  async lastDay(manager: EntityManager = this.db.source.manager, upTo: string | null = null): Promise<string | null> {
    const rows: { day: string | null }[] = await manager.query(
      `select max(day)::text as day from daily_closure where day <= coalesce($1::date, 'infinity')`,
      [upTo],
    );
    return rows[0]!.day;
  }

  /** The first day that is frozen: the register opened on it. */
  async firstDay(manager: EntityManager = this.db.source.manager): Promise<string | null> {
    const rows: { day: string | null }[] = await manager.query('select min(day)::text as day from daily_closure');
    return rows[0]!.day;
  }

  /** When the first issue was registered that was not loaded. Reads past all that was: asked only while no day is frozen. */
  async openedAt(manager: EntityManager = this.db.source.manager): Promise<Date | null> {
    const rows: { at: Date }[] = await manager.query(
      'select registered_at as at from issue where not loaded order by registered_at, id limit 1',
    );
    return rows[0]?.at ?? null;
  }

  byDay(day: string): Promise<DailyClosure | null> {
    return this.db.source.manager.findOneBy(DailyClosureTable, { day });
  }

  list(args: PageArgs): Promise<Page<DailyClosure>> {
    return page(this.db.source.createQueryBuilder(DailyClosureTable, 'closure'), latestFirst, args);
  }

  readonly linesOf = async (days: readonly string[]): Promise<FrozenLine[][]> => {
    const lines = await this.db.source.manager.findBy(LineTable, { day: In(days) });
    const byDay = Map.groupBy(lines, ({ day }) => day);
    return days.map((day) => byDay.get(day) ?? []);
  };

  readonly addendaOf = async (days: readonly string[]): Promise<Addendum[][]> => {
    const order = { addedAt: 'ASC', id: 'ASC' } as const;
    const addenda = await this.db.source.manager.find(AddendumTable, { where: { day: In(days) }, order });
    const byDay = Map.groupBy(addenda, ({ day }) => day);
    return days.map((day) => byDay.get(day) ?? []);
  };

  /** What was told of the trails of each day, by service. */
  readonly trailsOf = async (days: readonly string[]): Promise<ClosureTrail[][]> => {
    const order = { service: 'ASC' } as const;
    const trails = await this.db.source.manager.find(ClosureTrailTable, { where: { day: In(days) }, order });
    const byDay = Map.groupBy(trails, ({ day }) => day);
    return days.map((day) => byDay.get(day) ?? []);
  };

  readonly byDays = async (days: readonly string[]): Promise<(DailyClosure | null)[]> => {
    const closures = await this.db.source.manager.findBy(DailyClosureTable, { day: In(days) });
    return inOrder(days, closures, ({ day }) => day);
  };

  carriedOver(day: string, args: PageArgs): Promise<Page<CarriedOver>> {
    const query = this.db.source.createQueryBuilder(CarriedTable, 'carried').where('carried.day = :day', { day });
    return page(query, oldestFirst, args);
  }

  /** Days that could not be closed and are not yet, oldest first. */
  alarms(): Promise<Alarm[]> {
    return this.db.source.manager.find(AlarmTable, { where: { endedAt: IsNull() }, order: { day: 'ASC' } });
  }
}
