import { centreClockKinds, instant } from '@qifutong/contracts/fields';
import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import { z } from 'zod';
import { asJson, clock } from '../clock/clock.column.ts';
import type { CentreClock } from './domain/centre-clock.ts';
import { ownTypes, toldTypes, type Course } from './domain/course.ts';
import type { CommanderOnDuty } from './domain/put-on-duty.ts';

const fact = z.object({
  type: z.enum([...toldTypes, ...ownTypes]),
  heard: z.int(),
  own: z.int(),
  round: z.int(),
  at: instant,
  awaits: z.enum(centreClockKinds).nullable(),
  callbackDueAt: instant.optional(),
});

export const IssueCourseTable = new EntitySchema<Course>({
  name: 'issue_course',
  columns: {
    issueId: { type: 'uuid', primary: true },
    number: { type: 'text' },
    domain: { type: 'text', nullable: true },
    urgency: { type: 'text', nullable: true },
    townCode: { type: 'text', nullable: true },
    heard: { type: 'int' },
    facts: { type: 'jsonb', transformer: asJson(z.array(fact)) },
  },
});

export const CentreClockTable = new EntitySchema<CentreClock>({
  name: 'centre_clock',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    issueId: { type: 'uuid' },
    number: { type: 'text' },
    round: { type: 'int' },
    kind: { type: 'text' },
    ordinal: { type: 'int' },
    domain: { type: 'text', nullable: true },
    townCode: { type: 'text', nullable: true },
    startedAt: { type: 'timestamptz', precision: 3 },
    endedAt: { type: 'timestamptz', precision: 3, nullable: true },
    clock: { type: 'jsonb', transformer: asJson(clock) },
    dueAt: { type: 'timestamptz', precision: 3 },
    wakeAt: { type: 'timestamptz', precision: 3, nullable: true },
    missed: { type: 'boolean' },
    open: { type: 'boolean' },
  },
});

export const CommanderOnDutyTable = new EntitySchema<CommanderOnDuty>({
  name: 'commander_on_duty',
  columns: {
    fromAt: { type: 'timestamptz', precision: 3, primary: true },
    sub: { type: 'text' },
    name: { type: 'text' },
    setBy: { type: 'text' },
  },
});

export const centreClocks: Aggregate<CentreClock> = {
  table: CentreClockTable,
  key: 'id',
  notFound: () => {
    throw new TypeError('a clock of the centre is found by its issue');
  },
};
