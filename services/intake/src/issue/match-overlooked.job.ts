import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { MatchFirmService } from './match-firm.service.ts';

const WITHIN_MS = 3_600_000;

/** A firm that came into the register while its issue was being written, or somebody had that in hand, did not see it. */
@Injectable()
export class MatchOverlooked implements Job {
  readonly name = 'match-overlooked';

  constructor(private readonly matches: MatchFirmService) {}

  async run(): Promise<null> {
    await this.matches.matchOverlooked(WITHIN_MS);
    return null;
  }
}
