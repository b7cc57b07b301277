import { EntitySchema } from 'typeorm';

/** 乡镇(街道) */
export interface Town {
  readonly code: string;
  readonly name: string;
}

export const TownTable = new EntitySchema<Town>({
  name: 'town',
  columns: { code: { type: 'text', primary: true }, name: { type: 'text' } },
});
