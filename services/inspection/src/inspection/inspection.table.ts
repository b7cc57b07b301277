import type { Aggregate } from '@qifutong/persistence/change';
import type { Tx } from '@qifutong/persistence/database';
import { EntitySchema } from 'typeorm';
import type { Inspection } from './domain/inspection.ts';
import { reject } from './domain/rejections.ts';

export const InspectionTable = new EntitySchema<Inspection>({
  name: 'inspection',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    creditCode: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    rulebookVersion: { type: 'int' },
    performedAt: { type: 'timestamptz', precision: 3 },
    receivedAt: { type: 'timestamptz', precision: 3 },
    inspectors: { type: 'text', array: true },
    results: { type: 'jsonb' },
    position: { type: 'jsonb', nullable: true },
    signature: { type: 'jsonb', nullable: true },
    photos: { type: 'uuid', array: true, default: [] },
    planId: { type: 'uuid', nullable: true },
    passed: { type: 'boolean' },
    voidedAt: { type: 'timestamptz', precision: 3, nullable: true },
  },
});

export const inspections: Aggregate<Inspection> = {
  table: InspectionTable,
  key: 'id',
  notFound: () => reject('INSPECTION_NOT_FOUND', { field: 'inspectionId' }),
};

/**
 * Inserts those whose id is not taken, in the order of their ids, so that two that insert the same ids never wait for each other.
 * @returns the ids of those that were inserted
 */
export async function insertUntaken(tx: Tx, rows: readonly Inspection[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const columns = tx.manager.dataSource.getMetadata(InspectionTable).columns;
  const names = columns.map(({ databaseName }) => databaseName).join(', ');
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const written = sorted.map((row) =>
    Object.fromEntries(columns.map((column) => [column.databaseName, row[column.propertyName as keyof Inspection]])),
  );
  const inserted: { id: string }[] = await tx.manager.query(
    `insert into inspection (${names}) select ${names} from jsonb_populate_recordset(null::inspection, $1::jsonb)
     on conflict (id) do nothing returning id`,
    [JSON.stringify(written)],
  );
  return new Set(inserted.map(({ id }) => id));
}
