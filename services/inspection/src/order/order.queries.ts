import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { DocumentLists } from '../document/document.queries.ts';
import type { RectificationOrder } from './domain/rectification-order.ts';
import { OrderTable } from './order.table.ts';

@Injectable()
export class OrderQueries extends DocumentLists<RectificationOrder> {
  constructor(db: Database) {
    super(db, OrderTable);
  }
}
