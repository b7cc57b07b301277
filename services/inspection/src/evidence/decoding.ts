import { Injectable } from '@nestjs/common';
import fastq from 'fastq';
import type { Picture } from './domain/evidence.ts';
import { reject } from './domain/rejections.ts';

/** Decoding takes up to a few hundred MB each. */
const AT_ONCE = 2;
/** Each holds what was sent, up to 10 MB; the last of them has its answer within seconds. */
const MOST_WAITING = 20;

/** Lets few pictures be decoded at once; few more wait for it, and the others are told to come again. */
@Injectable()
export class Decoding {
  readonly #line = fastq.promise((decode: () => Promise<Picture>) => decode(), AT_ONCE);

  /** @throws EVIDENCE_LINE_FULL */
  async take(decode: () => Promise<Picture>): Promise<Picture> {
    if (this.#line.length() >= MOST_WAITING) throw reject('EVIDENCE_LINE_FULL', { field: 'file' });
    return this.#line.push(decode);
  }
}
