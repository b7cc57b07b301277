import { Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { Database } from '@qifutong/persistence/database';
import { page, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { filterOf } from '@qifutong/platform/paging';
import { inOrder } from '@qifutong/platform/request-context';
import { words } from '@qifutong/platform/shape';
import { In } from 'typeorm';
import { z } from 'zod';
import type { FirmFilter } from '../generated/graphql.ts';
import { FirmTable, type Firm } from './firm.table.ts';

const partOfName = words(200).refine((text) => [...text].length >= 2);
const filterShape = z.object({ townCode: townCode.nullish(), name: partOfName.nullish() });

@Injectable()
export class FirmQueries {
  constructor(private readonly db: Database) {}

  readonly byCreditCodes = async (codes: readonly string[]): Promise<(Firm | null)[]> => {
    const firms = await this.db.source.manager.findBy(FirmTable, { creditCode: In(codes.filter(isCreditCode)) });
    return inOrder(codes, firms, (firm) => firm.creditCode);
  };

  async list(filter: FirmFilter | null | undefined, args: PageArgs): Promise<Page<Firm>> {
    const { townCode: town, name } = filterOf(filterShape, filter);
    const query = this.db.source.createQueryBuilder(FirmTable, 'firm');
    if (town) query.andWhere('firm.townCode = :town', { town });
    if (name) query.andWhere(`firm.name like '%' || :name || '%'`, { name: name.replace(/[\\%_]/g, '\\$&') });
    return page(query, { by: ['creditCode'], direction: 'ASC' }, args);
  }
}
