import { Injectable } from '@nestjs/common';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { In } from 'typeorm';
import type { Enrolment } from './domain/enrolment.ts';
import { EnrolmentTable } from './enrolment.table.ts';

@Injectable()
export class EnrolmentQueries {
  constructor(private readonly db: Database) {}

  readonly byCreditCodes = async (codes: readonly string[]): Promise<(Enrolment | null)[]> => {
    const enrolments = await this.db.source.manager.findBy(EnrolmentTable, {
      creditCode: In(codes.filter(isCreditCode)),
    });
    return inOrder(codes, enrolments, (enrolment) => enrolment.creditCode);
  };
}
