import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { page, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { In, LessThanOrEqual } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { CentreClockFilter } from '../generated/graphql.ts';
import { CentreClockTable } from './centre.table.ts';
import type { CentreClock } from './domain/centre-clock.ts';

const newestFirst: Order<CentreClock> = { by: ['startedAt', 'id'], direction: 'DESC' };

@Injectable()
export class CentreClockQueries {
  constructor(private readonly db: Database) {}

  list({ kind, open, missed }: CentreClockFilter, args: PageArgs): Promise<Page<CentreClock>> {
    const query = this.db.source.createQueryBuilder(CentreClockTable, 'clock');
    if (kind) query.andWhere('clock.kind = :kind', { kind });
    if (typeof open === 'boolean') query.andWhere(open ? 'clock.open' : 'not clock.open');
    if (typeof missed === 'boolean') query.andWhere(missed ? 'clock.missed' : 'not clock.missed');
    return page(query, newestFirst, args);
  }

  /** Of how many a warning, a breach or a notice is due that is not written yet. */
  async countDue(): Promise<number> {
    return this.db.source.manager.countBy(CentreClockTable, { wakeAt: LessThanOrEqual(await this.db.now()) });
  }

  /** The centre's clocks of each issue, in the order in which they started. */
  readonly ofIssues = async (issueIds: readonly string[]): Promise<CentreClock[][]> => {
    const ids = issueIds.map((id) => id.toLowerCase());
    const where = { issueId: In(ids.filter((id) => isUuid(id))) };
    const order = { startedAt: 'ASC', ordinal: 'ASC', kind: 'DESC' } as const;
    const clocks = await this.db.source.manager.find(CentreClockTable, { where, order });
    const byIssue = Map.groupBy(clocks, ({ issueId }) => issueId);
    return ids.map((id) => byIssue.get(id) ?? []);
  };
}
