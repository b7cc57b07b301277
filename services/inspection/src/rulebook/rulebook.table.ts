import { EntitySchema } from 'typeorm';
import type { Rule, Rulebook } from './domain/rulebook.ts';

export type RulebookRow = Omit<Rulebook, 'rules'> & {
  /** null: was there from the beginning */
  readonly publishedBy?: string | null;
  readonly publishedAt?: Date | null;
  readonly withdrawnBy?: string | null;
};
export type RuleRow = Rule & { readonly version: number };

export const RulebookTable = new EntitySchema<RulebookRow>({
  name: 'rulebook',
  columns: {
    version: { type: 'int', primary: true },
    inForceFrom: { type: 'date' },
    notApplicableAtMost: { type: 'int' },
    redAtRun: { type: 'int' },
    publishedBy: { type: 'text', nullable: true },
    publishedAt: { type: 'timestamptz', precision: 3, nullable: true },
    withdrawnAt: { type: 'timestamptz', precision: 3, nullable: true },
    withdrawnBy: { type: 'text', nullable: true },
  },
});

export const RuleTable = new EntitySchema<RuleRow>({
  name: 'rule',
  columns: {
    version: { type: 'int', primary: true },
    code: { type: 'text', primary: true },
    position: { type: 'int' },
    area: { type: 'text', default: 'PRODUCTION' },
    titleZh: { type: 'text' },
    titleEn: { type: 'text' },
  },
});
