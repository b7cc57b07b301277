import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { SummonsService } from './summons.service.ts';

@Injectable()
export class NoteMissed implements Job {
  readonly name = 'note-missed-interviews';

  constructor(private readonly summonses: SummonsService) {}

  run(): Promise<number | null> {
    return this.summonses.noteMissed();
  }
}
