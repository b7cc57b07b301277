import { Injectable } from '@nestjs/common';
import { appendNext } from '@qifutong/persistence/append-next';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { SetWorkingCalendarInput } from '../generated/graphql.ts';
import { newestCalendars } from './calendar.queries.ts';
import { setWorkingCalendar, type CalendarSet } from './domain/set-working-calendar.ts';
import { WorkingCalendarTable } from './working-calendar.table.ts';

const intervals = z.array(z.object({ from: z.string(), to: z.string() }));
const calendarShape = z.object({
  code: z.string().regex(/^[A-Z_]{1,50}$/),
  expectedVersion: orNull(z.int()),
  name: words(100),
  week: z.array(intervals),
  days: z.array(z.object({ day: z.string(), intervals })),
});

/** Whoever sets a calendar waits for whoever sets one now. */
const IN_TURN = `select pg_advisory_xact_lock(hashtext('working calendar' || current_schema()))`;

@Injectable()
export class CalendarService {
  constructor(private readonly db: Database) {}

  /** Sets a new version of a calendar, or the first. */
  async set({ sub: by }: Viewer, input: SetWorkingCalendarInput): Promise<CalendarSet> {
    const stated = shaped(calendarShape, input);
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      const version = (await newestCalendars(tx.manager)).get(stated.code) ?? 0;
      const now = await tx.now();
      const { state, events } = setWorkingCalendar(version, stated, { by }, now);
      await tx.manager.insert(WorkingCalendarTable, state);
      for (const event of events) await appendNext(tx, event, now);
      return state;
    });
  }
}
