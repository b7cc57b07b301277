import { instant } from '@qifutong/contracts/fields';
import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import { z } from 'zod';
import type { Finding, RectificationOrder } from './domain/rectification-order.ts';
import { reject } from './domain/rejections.ts';

const findings = z.array(
  z.object({ rule: z.string().nullable(), metBy: z.string().nullable(), metAt: instant.nullable() }),
);

export const OrderTable = new EntitySchema<RectificationOrder>({
  name: 'rectification_order',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    number: { type: 'text', unique: true },
    creditCode: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    issuedAt: { type: 'timestamptz', precision: 3 },
    inspectionId: { type: 'uuid', unique: true },
    performedAt: { type: 'timestamptz', precision: 3 },
    dueAt: { type: 'timestamptz', precision: 3 },
    findings: {
      type: 'jsonb',
      transformer: {
        to: (value: readonly Finding[]) => z.encode(findings, [...value]),
        from: (value: unknown) => z.parse(findings, value),
      },
    },
    status: { type: 'text' },
    fulfilledAt: { type: 'timestamptz', precision: 3, nullable: true },
    overdueAt: { type: 'timestamptz', precision: 3, nullable: true },
    withdrawnAt: { type: 'timestamptz', precision: 3, nullable: true },
  },
});

export const orders: Aggregate<RectificationOrder> = {
  table: OrderTable,
  key: 'id',
  notFound: () => reject('ORDER_NOT_FOUND', { field: 'id' }),
};
