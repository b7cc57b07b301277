import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { centreClockKind, domain, id, instant, round } from '../fields.ts';

export const centreClockBreached = defineEvent({
  type: 'taskforce.centre-clock.breached.v1',
  says: 'A time limit of the centre itself (to dispatch an issue, to call a firm back) passed; with the true due time even when noticed late.',
  aggregateId: (data) => data.centreClockId,
  department: (data) => data.domain,
  data: z.object({
    centreClockId: id,
    issueId: id,
    round,
    domain: domain.nullable(),
    centreClock: centreClockKind,
    dueAt: instant,
    noticedAt: instant,
  }),
});
