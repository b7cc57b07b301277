import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import { reject } from './domain/rejections.ts';
import type { ShutdownOrder } from './domain/shutdown-order.ts';

const instant = { type: 'timestamptz', precision: 3 } as const;
const text = { type: 'text', nullable: true } as const;

export const ShutdownTable = new EntitySchema<ShutdownOrder>({
  name: 'shutdown_order',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    number: { type: 'text', unique: true },
    creditCode: { type: 'text' },
    townCode: text,
    issuedAt: instant,
    inspectionId: { type: 'uuid', unique: true },
    causedAt: instant,
    status: { type: 'text' },
    defenceDueAt: instant,
    defence: text,
    defenceWaived: { type: 'boolean' },
    defenceAt: { ...instant, nullable: true },
    defenceBy: text,
    hearing: text,
    hearingAt: { ...instant, nullable: true },
    hearingBy: text,
    legalBasis: text,
    signedAt: { ...instant, nullable: true },
    signedBy: text,
    signedByName: text,
    refusedAt: { ...instant, nullable: true },
    refusedBy: text,
    refusedByName: text,
    refusalReason: text,
    acceptanceId: { type: 'uuid', nullable: true },
    liftedAt: { ...instant, nullable: true },
    withdrawnAt: { ...instant, nullable: true },
  },
});

export const shutdowns: Aggregate<ShutdownOrder> = {
  table: ShutdownTable,
  key: 'id',
  notFound: () => reject('SHUTDOWN_NOT_FOUND', { field: 'id' }),
};
