import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, person } from '../fields.ts';

export const workingCalendarSet = defineEvent({
  type: 'taskforce.working-calendar.set.v1',
  says: 'A new version of a working calendar was set, or the first; time limits that were set before keep to theirs. What it says is asked of the graph.',
  aggregateId: (data) => data.calendar,
  data: z.object({
    /** its code */
    calendar: z.string(),
    calendarVersion: z.int().min(1),
    setBy: person,
    setAt: instant,
  }),
});
