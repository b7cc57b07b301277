import { Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { In } from 'typeorm';
import { TownTable, type Town } from './town.table.ts';

@Injectable()
export class TownQueries {
  constructor(private readonly db: Database) {}

  all(): Promise<Town[]> {
    return this.db.source.manager.find(TownTable, { order: { code: 'ASC' } });
  }

  readonly byCodes = async (codes: readonly string[]): Promise<(Town | null)[]> => {
    const towns = await this.db.source.manager.findBy(TownTable, {
      code: In(codes.filter((code) => townCode.safeParse(code).success)),
    });
    return inOrder(codes, towns, (town) => town.code);
  };
}
