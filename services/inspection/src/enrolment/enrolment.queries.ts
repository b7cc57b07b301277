import { Injectable } from '@nestjs/common';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { In } from 'typeorm';
import type { Enrolment } from './domain/enrolment.ts';
import { townAt } from './domain/town-at.ts';
import { EnrolmentTable } from './enrolment.table.ts';

interface Asked {
  readonly creditCode: string;
  readonly performedAt: Date;
}

/** An enrolment, with the town that the firm was of then. */
export type EnrolmentThen = Pick<Enrolment, 'enrolledAt' | 'townCode'>;

@Injectable()
export class EnrolmentQueries {
  constructor(private readonly db: Database) {}

  readonly byCreditCodes = async (codes: readonly string[]): Promise<(Enrolment | null)[]> => {
    const enrolments = await this.db.source.manager.findBy(EnrolmentTable, {
      creditCode: In(codes.filter(isCreditCode)),
    });
    return inOrder(codes, enrolments, (enrolment) => enrolment.creditCode);
  };

  /** In their order; null where the firm is not enrolled. */
  async ofEach(asked: readonly Asked[]): Promise<(EnrolmentThen | null)[]> {
    const enrolments = await this.byCreditCodes(asked.map(({ creditCode }) => creditCode));
    return enrolments.map((one, at) => {
      return one && { enrolledAt: one.enrolledAt, townCode: townAt(one, asked[at]!.performedAt) };
    });
  }
}
