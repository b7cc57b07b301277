import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { page, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { inOrder } from '@qifutong/platform/request-context';
import { In } from 'typeorm';
import type { FirmFilter } from '../generated/graphql.ts';
import { FirmTable, type Firm } from './firm.table.ts';

@Injectable()
export class FirmQueries {
  constructor(private readonly db: Database) {}

  readonly byCreditCodes = async (codes: readonly string[]): Promise<(Firm | null)[]> => {
    const firms = await this.db.source.manager.findBy(FirmTable, { creditCode: In(codes) });
    return inOrder(codes, firms, (firm) => firm.creditCode);
  };

  list(filter: FirmFilter, args: PageArgs): Promise<Page<Firm>> {
    const query = this.db.source.createQueryBuilder(FirmTable, 'firm');
    if (filter.townCode) query.andWhere('firm.townCode = :town', { town: filter.townCode });
    if (filter.name) query.andWhere(`firm.name like '%' || :name || '%'`, { name: filter.name.replace(/[\\%_]/g, '\\$&') });
    return page(query, { by: ['creditCode'], direction: 'ASC' }, args);
  }

  byCreditCode(code: string): Promise<Firm | null> {
    return this.db.source.manager.findOneBy(FirmTable, { creditCode: code });
  }

  /** The firm of exactly that name, where only one has it. */
  async byName(name: string): Promise<Firm | null> {
    const [firm, another] = await this.db.source.manager.find(FirmTable, { where: { name }, take: 2 });
    return another ? null : (firm ?? null);
  }
}
