import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { TownLights } from '../generated/graphql.ts';

const nobody = { green: 0, yellow: 0, red: 0, none: 0 };

@Injectable()
export class TownLightsQueries {
  constructor(private readonly db: Database) {}

  /** How many firms of each town that are enrolled for good have which light; null for a town other than the only one that is to be seen. */
  readonly ofTowns = async (codes: readonly string[], onlyTown: string | null): Promise<(TownLights | null)[]> => {
    const seen = codes.filter((code) => onlyTown === null || onlyTown === code);
    const counted: (TownLights & { town: string })[] = await this.db.source.query(
      `select town_code as town, coalesce(sum(firms) filter (where colour = 'GREEN'), 0)::int as green,
         coalesce(sum(firms) filter (where colour = 'YELLOW'), 0)::int as yellow,
         coalesce(sum(firms) filter (where colour = 'RED'), 0)::int as red, coalesce(sum(firms) filter (where colour is null), 0)::int as none
       from (select town_code, colour, count(*) as firms from light where town_code = any($1)
         and credit_code not in (select credit_code from enrolment where provisional_for is not null) group by town_code, colour) as counted
       group by town_code`,
      [seen],
    );
    const byTown = new Map(counted.map(({ town, ...counts }) => [town, counts]));
    return codes.map((code) => (seen.includes(code) ? (byTown.get(code) ?? nobody) : null));
  };
}
