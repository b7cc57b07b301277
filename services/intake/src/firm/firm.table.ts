import { EntitySchema } from 'typeorm';
import type { Aggregate } from '@qifutong/persistence/change';
import type { Firm, FirmFacts } from './domain/firm.ts';
import { reject } from './domain/rejections.ts';

export const FirmTable = new EntitySchema<Firm>({
  name: 'firm',
  columns: {
    creditCode: { type: 'text', primary: true },
    version: { type: 'int', default: 0 },
    name: { type: 'text' },
    townCode: { type: 'text' },
    industry: { type: 'text', nullable: true },
    size: { type: 'text', nullable: true },
    employees: { type: 'int', nullable: true },
    address: { type: 'text', nullable: true },
    aliases: { type: 'text', array: true, default: '{}' },
    nameKeys: { type: 'text', array: true, nullable: true },
  },
});

export const firms: Aggregate<Firm> = {
  table: FirmTable,
  key: 'creditCode',
  notFound: () => reject('FIRM_NOT_FOUND', { field: 'creditCode' }),
};

/** One entry of a firm's history: who changed it when, and what it was until then; null where it was entered. */
export interface FirmChange {
  readonly id: string;
  readonly creditCode: string;
  /** the firm's version from then on */
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: string;
  readonly was: FirmFacts | null;
}

export const FirmChangeTable = new EntitySchema<FirmChange>({
  name: 'firm_change',
  columns: {
    id: { type: 'uuid', primary: true },
    creditCode: { type: 'text' },
    version: { type: 'int' },
    changedAt: { type: 'timestamptz', precision: 3 },
    changedBy: { type: 'text' },
    was: { type: 'jsonb', nullable: true },
  },
});
