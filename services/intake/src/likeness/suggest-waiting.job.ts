import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { Suggester } from './suggester.service.ts';

/** For what was registered elsewhere, loaded, or left behind by a process that ended. */
@Injectable()
export class SuggestWaiting implements Job {
  readonly name = 'suggest-waiting';

  constructor(private readonly suggestions: Suggester) {}

  run(): Promise<null> {
    this.suggestions.wake();
    return Promise.resolve(null);
  }
}
