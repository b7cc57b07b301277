import { EntitySchema } from 'typeorm';
import type { RoutingRule } from './domain/route.ts';
import type { RoutingRules } from './domain/set-routing-rules.ts';

export const RoutingRuleTable = new EntitySchema<RoutingRule>({
  name: 'routing_rule',
  columns: {
    version: { type: 'int', primary: true },
    position: { type: 'int', primary: true },
    domain: { type: 'text', nullable: true },
    nature: { type: 'text', nullable: true },
    townCode: { type: 'text', nullable: true },
    urgency: { type: 'text', nullable: true },
    taskForceCode: { type: 'text' },
  },
});

export const RoutingRulesVersionTable = new EntitySchema<Omit<RoutingRules, 'rules'>>({
  name: 'routing_rules_version',
  columns: {
    version: { type: 'int', primary: true },
    setAt: { type: 'timestamptz', precision: 3 },
    setBy: { type: 'text', nullable: true },
  },
});
