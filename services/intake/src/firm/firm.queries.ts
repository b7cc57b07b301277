import { Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { Database } from '@qifutong/persistence/database';
import { page, pagesByKey, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { filterOf } from '@qifutong/platform/paging';
import { inOrder } from '@qifutong/platform/request-context';
import { words } from '@qifutong/platform/shape';
import { In } from 'typeorm';
import { z } from 'zod';
import type { FirmFilter } from '../generated/graphql.ts';
import { candidates, type Candidate, type Heard } from './domain/candidates.ts';
import { firmNameKey } from './domain/firm-name.ts';
import type { Firm } from './domain/firm.ts';
import { FirmChangeTable, FirmTable, type FirmChange } from './firm.table.ts';
import { sound } from './sound.ts';

export type CandidateFirm = Candidate & { readonly firm: Firm };

const partOfName = words(200).refine((text) => [...text].length >= 2);
const filterShape = z.object({ townCode: townCode.nullish(), name: partOfName.nullish() });

/**
 * SQL of the firm that a name as heard can only mean, if any: the only one that is registered under it; where none is, the only one that
 * has it as an alias.
 * @param heard an SQL expression
 */
export function firmNamed(heard: string): string {
  return `select min(credit_code) as credit_code, min(name) as name, min(town_code) as town_code
    from (select *, min(rung) over () as best from (
        (select credit_code, name, town_code, 1 as rung from firm where name = ${heard} limit 2)
        union all
        select credit_code, name, town_code, 2 from firm where aliases @> array[${heard}]::text[]
      ) as called) as called
    where rung = best having count(*) = 1`;
}

@Injectable()
export class FirmQueries {
  constructor(private readonly db: Database) {}

  readonly byCreditCodes = async (codes: readonly string[]): Promise<(Firm | null)[]> => {
    const firms = await this.db.source.manager.findBy(FirmTable, { creditCode: In(codes.filter(isCreditCode)) });
    return inOrder(codes, firms, (firm) => firm.creditCode);
  };

  /** A page of each firm's history, newest first. */
  readonly historiesOf = (codes: readonly string[], args: PageArgs): Promise<Page<FirmChange>[]> =>
    pagesByKey(
      this.db.source.manager,
      { table: FirmChangeTable, key: 'creditCode', order: { by: ['version'], direction: 'DESC' } },
      codes,
      args,
    );

  /** The firms that each name as heard may mean, the likeliest first. */
  readonly candidatesFor = async (heard: readonly Heard[]): Promise<CandidateFirm[][]> => {
    const keys = heard.map(({ firmName }) => firmNameKey(firmName, sound));
    const query = this.db.source.createQueryBuilder(FirmTable, 'firm').where('firm.nameKeys && :keys', { keys });
    const firms = await query.getMany();
    return heard.map((one, i) => {
      const alike = firms.filter(({ nameKeys }) => nameKeys?.includes(keys[i]!));
      return candidates(one, alike, sound).map((each) => ({
        ...each,
        firm: alike.find(({ creditCode }) => creditCode === each.creditCode)!,
      }));
    });
  };

  async list(filter: FirmFilter | null | undefined, args: PageArgs): Promise<Page<Firm>> {
    const { townCode: town, name } = filterOf(filterShape, filter);
    const query = this.db.source.createQueryBuilder(FirmTable, 'firm');
    if (town) query.andWhere('firm.townCode = :town', { town });
    if (name) query.andWhere(`firm.name like '%' || :name || '%'`, { name: name.replace(/[\\%_]/g, '\\$&') });
    return page(query, { by: ['creditCode'], direction: 'ASC' }, args);
  }
}
