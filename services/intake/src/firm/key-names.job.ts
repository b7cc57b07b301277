import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { FirmService } from './firm.service.ts';

/** Firms that were loaded past the graph have no keys of their names yet. */
@Injectable()
export class KeyNames implements Job {
  readonly name = 'key-names';

  constructor(private readonly firms: FirmService) {}

  run(): Promise<number | null> {
    return this.firms.keyNames();
  }
}
