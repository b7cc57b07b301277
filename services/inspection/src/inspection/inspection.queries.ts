import { Injectable } from '@nestjs/common';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { Database } from '@qifutong/persistence/database';
import { page, pagesByKey, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { callerError } from '@qifutong/platform/errors';
import { inOrder } from '@qifutong/platform/request-context';
import { confinedToFirm, confinedToTown, townToTell } from '@qifutong/platform/scope';
import type { Viewer } from '@qifutong/platform/viewer';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { InspectionFilter } from '../generated/graphql.ts';
import type { Inspection } from './domain/inspection.ts';
import { InspectionTable } from './inspection.table.ts';

const newestFirst: Order<Inspection> = { by: ['performedAt', 'id'], direction: 'DESC' };

@Injectable()
export class InspectionQueries {
  constructor(private readonly db: Database) {}

  readonly byIds = async (ids: readonly string[]): Promise<(Inspection | null)[]> => {
    const wanted = ids.map((id) => id.toLowerCase());
    const found = await this.db.source.manager.findBy(InspectionTable, { id: In(wanted.filter((id) => isUuid(id))) });
    return inOrder(wanted, found, (inspection) => inspection.id);
  };

  /** The firm's last inspection that was not voided, or null. */
  last(creditCode: string): Promise<Inspection | null> {
    const where = { creditCode, voidedAt: IsNull() };
    return this.db.source.manager.findOne(InspectionTable, { where, order: { performedAt: 'DESC', id: 'DESC' } });
  }

  /** A page of each firm's inspections. */
  readonly pagesOfFirms = (
    codes: readonly string[],
    args: PageArgs & { town: string | null },
  ): Promise<Page<Inspection>[]> => {
    const { town } = args;
    const narrow = (query: SelectQueryBuilder<Inspection>) => {
      if (town !== null) query.andWhere('one.townCode = :town', { town });
    };
    return pagesByKey(
      this.db.source.manager,
      { table: InspectionTable, key: 'creditCode', order: newestFirst, narrow },
      codes,
      args,
    );
  };

  async list(viewer: Viewer, filter: InspectionFilter, args: PageArgs): Promise<Page<Inspection>> {
    assertWellFormed(filter);
    const query = this.db.source.createQueryBuilder(InspectionTable, 'inspection');
    const own = confinedToFirm(viewer);
    const town = townToTell(viewer, filter.townCode);
    if (own !== null) query.andWhere('inspection.creditCode = :own', { own });
    if (filter.creditCode) query.andWhere('inspection.creditCode = :firm', { firm: filter.creditCode });
    if (town !== null) query.andWhere('inspection.townCode = :town', { town });
    if (typeof filter.passed === 'boolean') query.andWhere('inspection.passed = :passed', { passed: filter.passed });
    return page(query, newestFirst, args);
  }
}

function assertWellFormed({ creditCode, townCode }: InspectionFilter): void {
  const malformed = (field: string) => callerError('BAD_USER_INPUT', `${field} is malformed`, { field });
  if (creditCode && !isCreditCode(creditCode)) throw malformed('filter.creditCode');
  if (townCode && !/^\d{9}$/.test(townCode)) throw malformed('filter.townCode');
}

/** The inspection, or null when this viewer may not see it. */
export function ifVisible(viewer: Viewer, inspection: Inspection | null): Inspection | null {
  const [firm, town] = [confinedToFirm(viewer), confinedToTown(viewer)];
  const hidden = (firm !== null && inspection?.creditCode !== firm) || (town !== null && inspection?.townCode !== town);
  return hidden ? null : inspection;
}
