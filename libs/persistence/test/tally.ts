import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import { Rejection } from '@qifutong/kernel/rejection';
import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { Aggregate, Announced } from '../src/change.ts';

/** The smallest aggregate: it counts, and says so. */
export interface Tally {
  readonly id: string;
  readonly version: number;
  readonly groupId: string;
  readonly count: number;
  readonly note: string | null;
  readonly countedAt: Date;
}

export const TallyTable = new EntitySchema<Tally>({
  name: 'tally',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    groupId: { type: 'uuid' },
    count: { type: 'int' },
    note: { type: 'text', nullable: true },
    countedAt: { type: 'timestamptz', precision: 3 },
  },
});

export class Tallies1700000000001 implements MigrationInterface {
  name = 'Tallies1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tally (
        id uuid primary key,
        version int not null,
        group_id uuid not null,
        count int not null check (count <= 1000),
        note text,
        counted_at timestamptz(3) not null
      );
      create unique index tally_note on tally (note);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}

export const stored = { name: 'tally', tables: [TallyTable], migrations: [Tallies1700000000001] };
export const tallies: Aggregate<Tally> = {
  table: TallyTable,
  key: 'id',
  notFound: () => new Rejection('TALLY_NOT_FOUND', '没有这个计数'),
};

export function counted(id: string, round: number) {
  return issueReopened({
    issueId: id,
    number: '20200214-0001',
    round,
    domain: null,
    callbackId: id,
    reopenedAt: '2020-02-14T08:00:00.000Z',
  });
}

export function aTally(told: Partial<Tally> & { id: string }): Tally {
  return {
    version: 0,
    groupId: told.id,
    count: 0,
    note: null,
    countedAt: new Date('2020-02-14T08:00:00.000Z'),
    ...told,
  };
}

/** Counts on by one and announces it as often as told. */
export function countOn(events: number) {
  return (tally: Tally, now: Date): Announced<Tally> => ({
    state: { ...tally, count: tally.count + 1, countedAt: now },
    events: Array.from({ length: events }, (_, i) => counted(tally.id, tally.version + i + 1)),
  });
}
