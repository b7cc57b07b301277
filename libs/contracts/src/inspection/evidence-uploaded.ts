import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, pictureType, sha256 } from '../fields.ts';

export const evidenceUploaded = defineEvent({
  type: 'inspection.evidence.uploaded.v1',
  says: 'An inspector uploaded a picture; `renewed` where it was there already, and waits for its inspection anew.',
  aggregateId: (data) => data.evidenceId,
  data: z.object({ evidenceId: id, pictureType, bytes: z.int().min(1), sha256, renewed: z.boolean() }),
});
