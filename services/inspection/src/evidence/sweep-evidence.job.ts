import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { EvidenceSweep } from './sweep.service.ts';

@Injectable()
export class SweepEvidence implements Job {
  readonly name = 'sweep-evidence';

  constructor(private readonly evidence: EvidenceSweep) {}

  async run(): Promise<number | null> {
    return (await this.evidence.sweep()) ? 0 : null;
  }
}
