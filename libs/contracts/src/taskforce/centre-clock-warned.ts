import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { centreClockKind, domain, id, instant, round } from '../fields.ts';

export const centreClockWarned = defineEvent({
  type: 'taskforce.centre-clock.warned.v1',
  says: 'So many percent of a time limit of the centre itself have passed; with the true instant even when noticed late.',
  aggregateId: (data) => data.centreClockId,
  department: (data) => data.domain,
  data: z.object({
    centreClockId: id,
    issueId: id,
    round,
    domain: domain.nullable(),
    centreClock: centreClockKind,
    percent: z.int().min(1).max(99),
    dueAt: instant,
    warnedAt: instant,
    noticedAt: instant,
  }),
});
