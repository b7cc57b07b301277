import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { FirmLight } from './domain/firm-light.ts';
import { reject } from './domain/rejections.ts';

export const LightTable = new EntitySchema<FirmLight>({
  name: 'light',
  columns: {
    creditCode: { type: 'text', primary: true },
    townCode: { type: 'text', nullable: true },
    version: { type: 'int' },
    colour: { type: 'text', nullable: true },
    run: { type: 'int', nullable: true },
    since: { type: 'timestamptz', precision: 3, nullable: true },
    condition: { type: 'text', nullable: true },
    causedBy: { type: 'uuid', nullable: true },
    changedAt: { type: 'timestamptz', precision: 3, nullable: true },
  },
});

export const lights: Aggregate<FirmLight> = {
  table: LightTable,
  key: 'creditCode',
  notFound: () => reject('LIGHT_NOT_FOUND'),
};
