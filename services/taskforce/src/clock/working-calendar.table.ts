import { EntitySchema } from 'typeorm';
import type { CalendarDefinition } from './domain/working-calendar.ts';

/** A version as it was set, by whom; null: it came with the product. */
export interface WorkingCalendarRow extends CalendarDefinition {
  readonly setAt: Date;
  readonly setBy: string | null;
}

export const WorkingCalendarTable = new EntitySchema<WorkingCalendarRow>({
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
