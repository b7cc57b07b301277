import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { OrderService } from './order.service.ts';

@Injectable()
export class NoteOverdue implements Job {
  readonly name = 'note-overdue-orders';

  constructor(private readonly orders: OrderService) {}

  run(): Promise<number | null> {
    return this.orders.noteOverdue();
  }
}
