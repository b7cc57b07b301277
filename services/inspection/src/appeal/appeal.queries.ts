import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { DocumentLists } from '../document/document.queries.ts';
import type { Appeal } from './domain/appeal.ts';
import { AppealTable } from './appeal.table.ts';

@Injectable()
export class AppealQueries extends DocumentLists<Appeal> {
  constructor(db: Database) {
    super(db, AppealTable);
  }
}
