import { EntitySchema } from 'typeorm';
import type { CalendarSet } from './domain/set-working-calendar.ts';

export const WorkingCalendarTable = new EntitySchema<CalendarSet>({
  name: 'working_calendar',
  columns: {
    code: { type: 'text', primary: true },
    version: { type: 'int', primary: true },
    name: { type: 'text' },
    week: { type: 'jsonb' },
    days: { type: 'jsonb' },
    setAt: { type: 'timestamptz', precision: 3 },
    setBy: { type: 'text', nullable: true },
  },
});
