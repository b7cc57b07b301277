import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { AccountLine, Cell, Figure, Violation } from './domain/account.ts';
import type { CarriedReason, OpenStatus } from './domain/carried-over.ts';
import type { Addendum, ClosureTrail, DailyClosure } from './domain/daily-closure.ts';
import { reject } from './domain/rejections.ts';

const instant = { type: 'timestamptz', precision: 3 } as const;
const number = { type: 'int' } as const;

export interface FrozenLine extends AccountLine {
  readonly day: string;
}

/** An issue that a day carried over to the next. */
export interface CarriedOver extends Cell {
  readonly day: string;
  readonly issueId: string;
  readonly number: string;
  readonly status: OpenStatus;
  readonly registeredAt: Date;
  readonly reason: CarriedReason;
}

/** A day that could not be closed: its account does not hold. */
export interface Alarm {
  readonly day: string;
  readonly violations: readonly Violation[];
  readonly raisedAt: Date;
  readonly triedAt: Date;
  readonly endedAt: Date | null;
}

export const DailyClosureTable = new EntitySchema<DailyClosure>({
  name: 'daily_closure',
  columns: {
    day: { type: 'date', primary: true },
    version: number,
    endedAt: instant,
    frozenAt: instant,
    signedAt: { ...instant, nullable: true },
    signedBy: { type: 'text', nullable: true },
    signedByName: { type: 'text', nullable: true },
    remark: { type: 'text', nullable: true },
  },
});

const figures: Record<Figure, typeof number> = {
  carriedIn: number,
  registered: number,
  readmitted: number,
  movedIn: number,
  writtenOff: number,
  merged: number,
  rejected: number,
  movedOut: number,
  carriedOver: number,
  reopened: number,
  reports: number,
  calls: number,
  callbacks: number,
  callbacksReached: number,
  callbacksSettled: number,
};

export const LineTable = new EntitySchema<FrozenLine>({
  name: 'daily_closure_line',
  columns: {
    day: { type: 'date', primary: true },
    dimension: { type: 'text', primary: true },
    key: { type: 'text', primary: true },
    ...figures,
  },
});

export const CarriedTable = new EntitySchema<CarriedOver>({
  name: 'daily_closure_carried',
  columns: {
    day: { type: 'date', primary: true },
    registeredAt: { ...instant, primary: true },
    issueId: { type: 'uuid', primary: true },
    number: { type: 'text' },
    status: { type: 'text' },
    taskForce: { type: 'text', nullable: true },
    townCode: { type: 'text', nullable: true },
    channel: { type: 'text' },
    reason: { type: 'text' },
  },
});

export const AddendumTable = new EntitySchema<Addendum>({
  name: 'daily_closure_addendum',
  columns: {
    id: { type: 'uuid', primary: true },
    day: { type: 'date' },
    text: { type: 'text' },
    addedAt: instant,
    addedBy: { type: 'text' },
    addedByName: { type: 'text' },
  },
});

export const ClosureTrailTable = new EntitySchema<ClosureTrail>({
  name: 'daily_closure_trail',
  columns: {
    day: { type: 'date', primary: true },
    service: { type: 'text', primary: true },
    link: { type: 'bigint', transformer: { to: (link: number) => link, from: Number } },
    hash: { type: 'text' },
    toldAt: instant,
  },
});

export const AlarmTable = new EntitySchema<Alarm>({
  name: 'daily_closure_alarm',
  columns: {
    day: { type: 'date', primary: true },
    violations: { type: 'jsonb' },
    raisedAt: instant,
    triedAt: instant,
    endedAt: { ...instant, nullable: true },
  },
});

export const dailyClosures: Aggregate<DailyClosure> = {
  table: DailyClosureTable,
  key: 'day',
  notFound: () => reject('DAILY_CLOSURE_NOT_FROZEN', { field: 'day' }),
};
