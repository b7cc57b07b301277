import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id } from '../fields.ts';

export const reporterShowingRecorded = defineEvent({
  type: 'intake.reporter-showing.recorded.v1',
  says: 'Somebody asked to be shown who reported, and was shown it or was refused.',
  aggregateId: (data) => data.showingId,
  data: z.object({ showingId: id, reportId: id, issueId: id, refused: z.boolean() }),
});
