import { EntitySchema } from 'typeorm';
import type { Rule, Rulebook } from './domain/rulebook.ts';

export type RulebookRow = Omit<Rulebook, 'rules'>;
export type RuleRow = Rule & { readonly version: number };

export const RulebookTable = new EntitySchema<RulebookRow>({
  name: 'rulebook',
  columns: {
    version: { type: 'int', primary: true },
    inForceFrom: { type: 'date' },
    notApplicableAtMost: { type: 'int' },
    redAtRun: { type: 'int' },
  },
});

export const RuleTable = new EntitySchema<RuleRow>({
  name: 'rule',
  columns: {
    version: { type: 'int', primary: true },
    code: { type: 'text', primary: true },
    position: { type: 'int' },
    titleZh: { type: 'text' },
    titleEn: { type: 'text' },
  },
});
