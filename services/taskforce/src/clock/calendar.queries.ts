import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { EntityManager } from 'typeorm';
import type { CalendarSet } from './domain/set-working-calendar.ts';
import { WorkingCalendarTable } from './working-calendar.table.ts';

/** The newest version of each working calendar, by code. */
export async function newestCalendars(manager: EntityManager): Promise<Map<string, number>> {
  const select = { code: true, version: true };
  const known = await manager.find(WorkingCalendarTable, { select, order: { version: 'ASC' } });
  return new Map(known.map(({ code, version }) => [code, version]));
}

@Injectable()
export class CalendarQueries {
  constructor(private readonly db: Database) {}

  /** The newest version of each, by code. */
  newest(): Promise<CalendarSet[]> {
    return this.db.source
      .createQueryBuilder(WorkingCalendarTable, 'calendar')
      .distinctOn(['calendar.code'])
      .orderBy({ 'calendar.code': 'ASC', 'calendar.version': 'DESC' })
      .getMany();
  }

  /** A version of one, the newest where none is named; null where there is no such version. */
  async version(code: string, version: number | null): Promise<CalendarSet | null> {
    const where = version === null ? { code } : { code, version };
    const order = { version: 'DESC' } as const;
    const [found] = await this.db.source.manager.find(WorkingCalendarTable, { where, order, take: 1 });
    return found ?? null;
  }
}
