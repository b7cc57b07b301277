import { Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import { Database, type Tx } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { In } from 'typeorm';
import { TownTable, type Town } from './town.table.ts';

@Injectable()
export class TownQueries {
  constructor(private readonly db: Database) {}

  /** @param tx whose connection is used, by who holds one already: with a second each, many at once would wait for each other */
  all(tx?: Tx): Promise<Town[]> {
    return (tx ?? this.db.source).manager.find(TownTable, { order: { code: 'ASC' } });
  }

  readonly byCodes = async (codes: readonly string[]): Promise<(Town | null)[]> => {
    const towns = await this.db.source.manager.findBy(TownTable, {
      code: In(codes.filter((code) => townCode.safeParse(code).success)),
    });
    return inOrder(codes, towns, (town) => town.code);
  };
}
