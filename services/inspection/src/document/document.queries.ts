import { Injectable } from '@nestjs/common';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { Database } from '@qifutong/persistence/database';
import { page, pagesByKey, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { callerError } from '@qifutong/platform/errors';
import { inOrder } from '@qifutong/platform/request-context';
import { confinedToFirm, confinedToTown, townToTell } from '@qifutong/platform/scope';
import type { Viewer } from '@qifutong/platform/viewer';
import { In, type EntitySchema, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DocumentTable } from './document.table.ts';
import type { IssuedDocument } from './domain/document.ts';

/** What every document of due process has. */
export interface Listed extends ObjectLiteral {
  readonly id: string;
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly status: string;
  readonly issuedAt: Date;
}

export interface DocumentFilter {
  readonly creditCode?: string | null;
  readonly townCode?: string | null;
  readonly status?: string | null;
}

/** The lists of one kind of document, newest first. */
export class DocumentLists<T extends Listed> {
  readonly #order: Order<T> = { by: ['issuedAt', 'id'], direction: 'DESC' };

  constructor(
    private readonly db: Database,
    private readonly table: EntitySchema<T>,
  ) {}

  readonly byIds = async (ids: readonly string[]): Promise<(T | null)[]> => {
    const wanted = ids.map((id) => id.toLowerCase());
    const where = { id: In(wanted.filter((id) => isUuid(id))) };
    const found = await this.db.source.manager.findBy(this.table, where as never);
    return inOrder(wanted, found, ({ id }) => id);
  };

  /** A page of each firm's. */
  readonly pagesOfFirms = (codes: readonly string[], args: PageArgs & { town: string | null }): Promise<Page<T>[]> => {
    const { town } = args;
    const narrow = (query: SelectQueryBuilder<T>) => {
      if (town !== null) query.andWhere('one.townCode = :town', { town });
    };
    const grouped = { table: this.table, key: 'creditCode', order: this.#order, narrow } as const;
    return pagesByKey(this.db.source.manager, grouped, codes, args);
  };

  list(viewer: Viewer, filter: DocumentFilter, args: PageArgs): Promise<Page<T>> {
    assertWellFormed(filter);
    const query = this.db.source.createQueryBuilder(this.table, 'one');
    const own = confinedToFirm(viewer);
    const town = townToTell(viewer, filter.townCode);
    if (own !== null) query.andWhere('one.creditCode = :own', { own });
    if (filter.creditCode) query.andWhere('one.creditCode = :firm', { firm: filter.creditCode });
    if (town !== null) query.andWhere('one.townCode = :town', { town });
    if (filter.status) query.andWhere('one.status = :status', { status: filter.status });
    return page(query, this.#order, args);
  }
}

function assertWellFormed({ creditCode, townCode }: DocumentFilter): void {
  const malformed = (field: string) => callerError('BAD_USER_INPUT', `${field} is malformed`, { field });
  if (creditCode && !isCreditCode(creditCode)) throw malformed('filter.creditCode');
  if (townCode && !/^\d{9}$/.test(townCode)) throw malformed('filter.townCode');
}

/** The document, or null when this viewer may not see it. */
export function ifVisible<T extends Pick<Listed, 'creditCode' | 'townCode'>>(viewer: Viewer, one: T | null): T | null {
  const [firm, town] = [confinedToFirm(viewer), confinedToTown(viewer)];
  const hidden = (firm !== null && one?.creditCode !== firm) || (town !== null && one?.townCode !== town);
  return hidden ? null : one;
}

@Injectable()
export class DocumentQueries {
  constructor(private readonly db: Database) {}

  readonly byNumbers = async (numbers: readonly string[]): Promise<(IssuedDocument | null)[]> => {
    const found = await this.db.source.manager.findBy(DocumentTable, { number: In([...numbers]) });
    return inOrder(numbers, found, ({ number }) => number);
  };
}
