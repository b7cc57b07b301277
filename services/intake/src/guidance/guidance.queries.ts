import { Injectable } from '@nestjs/common';

/** 指导意见 as far as an answer rests on it. */
export interface GuidanceInForce {
  readonly id: string;
  readonly version: number;
}

@Injectable()
export class GuidanceQueries {
  /** The guidance in its version in force, or null. Nothing is published yet. */
  inForce(_id: string): Promise<GuidanceInForce | null> {
    return Promise.resolve(null);
  }
}
