import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { DocumentLists } from '../document/document.queries.ts';
import type { Interview } from './domain/interview.ts';
import { InterviewTable } from './interview.table.ts';

@Injectable()
export class InterviewQueries extends DocumentLists<Interview> {
  constructor(db: Database) {
    super(db, InterviewTable);
  }
}
