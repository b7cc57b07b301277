import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { TownLights } from '../generated/graphql.ts';

const nobody = { green: 0, yellow: 0, red: 0, none: 0 };

@Injectable()
export class TownLightsQueries {
  constructor(private readonly db: Database) {}

  /** How many enrolled firms of each town have which light; null for a town other than the only one that is to be seen. */
  readonly ofTowns = async (codes: readonly string[], onlyTown: string | null): Promise<(TownLights | null)[]> => {
    const seen = codes.filter((code) => onlyTown === null || onlyTown === code);
    const counted: (TownLights & { town: string })[] = await this.db.source.query(
      `select enrolment.town_code as town, (count(*) filter (where light.colour = 'GREEN'))::int as green,
         (count(*) filter (where light.colour = 'YELLOW'))::int as yellow, (count(*) filter (where light.colour = 'RED'))::int as red,
         (count(*) filter (where light.colour is null))::int as none
       from enrolment left join light using (credit_code) where enrolment.town_code = any($1) group by enrolment.town_code`,
      [seen],
    );
    const byTown = new Map(counted.map(({ town, ...counts }) => [town, counts]));
    return codes.map((code) => (seen.includes(code) ? (byTown.get(code) ?? nobody) : null));
  };
}
