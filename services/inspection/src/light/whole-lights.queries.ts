import type { EntityManager } from 'typeorm';
import type { Light, LightEntry } from './domain/light.ts';

/** A firm's light and its entries as they are stored, written as one text, so that it can be compared with what follows. */
export interface StoredLight {
  readonly creditCode: string;
  readonly written: string;
}

function ms(column: string): string {
  return `(date_part('epoch', ${column}) * 1000)::int8`;
}

function writtenLight(light: Light | null): string {
  if (light === null) return '-';
  return [light.colour, light.run, light.since.getTime(), light.condition, light.causedBy].join(' ');
}

/** The same as the text of what is stored, of what follows from the facts. */
export function written(light: Light | null, entries: readonly LightEntry[]): string {
  const lines = entries.map((one) =>
    [one.day, one.at.getTime(), one.kind, one.factId, one.inspectionId, one.reason, writtenLight(one)].join(' '),
  );
  return [writtenLight(light), ...lines].join('\n');
}

/** What is stored of the next so many firms after a credit code. */
export function storedLightsAfter(manager: EntityManager, code: string, limit: number): Promise<StoredLight[]> {
  return manager.query(
    `select credit_code as "creditCode", coalesce(colour || ' ' || run || ' ' || ${ms('since')} || ' ' || condition || ' ' || caused_by, '-')
       || coalesce(E'\\n' || (select string_agg(e.day || ' ' || ${ms('e.at')} || ' ' || e.kind || ' ' || e.fact_id || ' ' || e.inspection_id || ' '
         || e.reason || ' ' || e.colour || ' ' || e.run || ' ' || ${ms('e.since')} || ' ' || e.condition || ' ' || e.caused_by, E'\\n'
         order by e.at, e.fact_id) from light_entry e where e.credit_code = light.credit_code), '') as written
     from light where credit_code > $1 order by credit_code limit $2`,
    [code, limit],
  );
}
