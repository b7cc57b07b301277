import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { DocumentLists } from '../document/document.queries.ts';
import type { Acceptance } from './domain/acceptance.ts';
import { AcceptanceTable } from './acceptance.table.ts';

@Injectable()
export class AcceptanceQueries extends DocumentLists<Acceptance> {
  constructor(db: Database) {
    super(db, AcceptanceTable);
  }
}
