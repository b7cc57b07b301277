import { Injectable } from '@nestjs/common';
import { change } from '@qifutong/persistence/change';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId, orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import { DocumentService } from '../document/document.service.ts';
import { reaches } from '../enrolment/reach.queries.ts';
import type { HoldInterviewInput } from '../generated/graphql.ts';
import { LightService } from '../light/light.service.ts';
import { hold } from './domain/hold.ts';
import type { Interview } from './domain/interview.ts';
import { officialForm } from './domain/official-form.ts';
import { reject } from './domain/rejections.ts';
import { interviews, InterviewTable } from './interview.table.ts';

const ATTENDEES_AT_MOST = 50;

const shape = z.object({
  interviewId: entityId,
  attendees: z
    .array(words(100))
    .max(ATTENDEES_AT_MOST)
    .refine(({ length }) => length > 0, { params: { code: 'FIELD_REQUIRED' } }),
  minutes: words(10_000),
  commitments: words(4_000),
  heldAt: orNull(z.date()),
});

@Injectable()
export class InterviewService {
  constructor(
    private readonly db: Database,
    private readonly lights: LightService,
    private readonly documents: DocumentService,
  ) {}

  printable(one: Interview): Promise<string> {
    return this.documents.printed(officialForm(one));
  }

  /** What it means for the light is decided in the same transaction. */
  hold(viewer: Viewer, input: HoldInterviewInput): Promise<Interview> {
    const { interviewId, ...held } = shaped(shape, input);
    return this.db.transaction(async (tx) => {
      const found = await tx.manager.findOneBy(InterviewTable, { id: interviewId });
      if (!found) throw reject('INTERVIEW_NOT_FOUND', { field: 'interviewId' });
      if (!(await reaches(tx.manager, viewer, found.creditCode)))
        throw reject('INTERVIEW_OF_ANOTHER_TOWN', { field: 'interviewId', number: found.number });
      await this.lights.lock(tx, found.creditCode);
      const told = { ...held, by: viewer.sub, timeZone: this.documents.timeZone };
      const after = await change(tx, interviews, interviewId, (one, now) => hold(one, told, now));
      await this.lights.refold(tx, { ...after, from: after.heldAt });
      return after;
    });
  }
}
