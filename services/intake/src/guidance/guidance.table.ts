import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { Guidance, GuidanceVersion } from './domain/guidance.ts';
import { reject } from './domain/rejections.ts';

const instant = { type: 'timestamptz', precision: 3 } as const;

export const GuidanceTable = new EntitySchema<Guidance>({
  name: 'guidance',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    state: { type: 'text' },
    commonIssueId: { type: 'uuid', nullable: true },
    domain: { type: 'text' },
    currentVersion: { type: 'int' },
    publishedAt: instant,
    withdrawnAt: { ...instant, nullable: true },
    withdrawnBy: { type: 'text', nullable: true },
    withdrawnBecause: { type: 'text', nullable: true },
  },
});

export const GuidanceVersionTable = new EntitySchema<GuidanceVersion>({
  name: 'guidance_version',
  columns: {
    id: { type: 'uuid', primary: true },
    guidanceId: { type: 'uuid' },
    number: { type: 'int' },
    title: { type: 'text' },
    text: { type: 'text' },
    domain: { type: 'text' },
    townCodes: { type: 'text', array: true },
    industries: { type: 'text', array: true },
    sizes: { type: 'text', array: true },
    effectiveFrom: { type: 'date' },
    effectiveTo: { type: 'date', nullable: true },
    taskForce: { type: 'text', nullable: true },
    publishedAt: instant,
    publishedBy: { type: 'text' },
    supersededOn: { type: 'date', nullable: true },
  },
});

/** What is looked up while somebody types: a version that is the newest, or in force until the newest is. */
export interface GuidanceSearchRow {
  readonly guidanceId: string;
  readonly number: number;
  readonly current: boolean;
  readonly withdrawn: boolean;
  readonly domain: string;
  readonly townCodes: readonly string[];
  readonly title: string;
  readonly words: string;
  readonly titleTokens: readonly string[];
  readonly tokens: readonly string[];
  readonly effectiveFrom: string;
  readonly endsOn: string | null;
}

export const GuidanceSearchTable = new EntitySchema<GuidanceSearchRow>({
  name: 'guidance_search',
  columns: {
    guidanceId: { type: 'uuid', primary: true },
    number: { type: 'int', primary: true },
    current: { type: 'boolean' },
    withdrawn: { type: 'boolean' },
    domain: { type: 'text' },
    townCodes: { type: 'text', array: true },
    title: { type: 'text' },
    words: { type: 'text' },
    titleTokens: { type: 'text', array: true },
    tokens: { type: 'text', array: true },
    effectiveFrom: { type: 'date' },
    endsOn: { type: 'date', nullable: true },
  },
});

export const guidances: Aggregate<Guidance> = {
  table: GuidanceTable,
  key: 'id',
  notFound: () => reject('GUIDANCE_NOT_FOUND', { field: 'guidanceId' }),
};
