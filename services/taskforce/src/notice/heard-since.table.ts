import { EntitySchema } from 'typeorm';

/** From when on what another service tells brings notices. */
export interface HeardSince {
  readonly source: string;
  readonly fromAt: Date;
}

export const HeardSinceTable = new EntitySchema<HeardSince>({
  name: 'heard_since',
  columns: {
    source: { type: 'text', primary: true },
    fromAt: { type: 'timestamptz', precision: 3 },
  },
});
