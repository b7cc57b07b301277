import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { DocumentLists } from '../document/document.queries.ts';
import type { ShutdownOrder } from './domain/shutdown-order.ts';
import { ShutdownTable } from './shutdown.table.ts';

@Injectable()
export class ShutdownQueries extends DocumentLists<ShutdownOrder> {
  constructor(db: Database) {
    super(db, ShutdownTable);
  }
}
