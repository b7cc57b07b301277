import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { page, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { callerError } from '@qifutong/platform/errors';
import { confinedToFirm, townToTell } from '@qifutong/platform/scope';
import type { Viewer } from '@qifutong/platform/viewer';
import type { LightFilter } from '../generated/graphql.ts';
import type { FirmLight } from './domain/firm-light.ts';
import { LightTable } from './light.table.ts';

const newestFirst: Order<FirmLight> = { by: ['since', 'creditCode'], direction: 'DESC' };

@Injectable()
export class LightLists {
  constructor(private readonly db: Database) {}

  /** The lights of firms that are enrolled for good, as the map counts them. */
  list(viewer: Viewer, { colour, townCode }: LightFilter, args: PageArgs): Promise<Page<FirmLight>> {
    if (townCode && !/^\d{9}$/.test(townCode))
      throw callerError('BAD_USER_INPUT', 'filter.townCode is malformed', { field: 'filter.townCode' });
    const query = this.db.source
      .createQueryBuilder(LightTable, 'light')
      .where('light.creditCode not in (select credit_code from enrolment where provisional_for is not null)');
    const own = confinedToFirm(viewer);
    const town = townToTell(viewer, townCode);
    if (own !== null) query.andWhere('light.creditCode = :own', { own });
    if (town !== null) query.andWhere('light.townCode = :town', { town });
    if (colour) query.andWhere('light.colour = :colour', { colour });
    else query.andWhere('light.colour is not null');
    return page(query, newestFirst, args);
  }
}
