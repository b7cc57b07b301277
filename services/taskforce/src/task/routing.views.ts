import type { DryRun } from './domain/dry-run.ts';

const criterionNames = { domain: 'DOMAIN', nature: 'NATURE', townCode: 'TOWN', urgency: 'URGENCY' } as const;

/** A trial as the graph shows it. */
export function dryRunView({ version, subject, passed, winner, founded, taskForceCode }: DryRun & { version: number }) {
  const told = passed.map(({ unmet, ...one }) => ({
    ...one,
    unmet: unmet.map(({ criterion, ...rest }) => ({ criterion: criterionNames[criterion], ...rest })),
  }));
  return { version, ...subject, passed: told, rule: winner, founded, taskForceCode };
}
