import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { SuggestionService } from './suggestion.service.ts';

/** For what was registered elsewhere, loaded, or left behind by a process that ended. */
@Injectable()
export class SuggestWaiting implements Job {
  readonly name = 'suggest-waiting';

  constructor(private readonly suggestions: SuggestionService) {}

  async run(): Promise<number | null> {
    await this.suggestions.suggestWaiting();
    return null;
  }
}
