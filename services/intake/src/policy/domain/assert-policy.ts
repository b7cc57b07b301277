import type { Domain } from '@qifutong/contracts/fields';
import { reject } from './rejections.ts';

/** @throws POLICY_DAYS_EXCEED_ATTEMPTS: as many days as there are attempts at most */
export function assertCallbackPolicy({
  attempts,
  attemptDays,
}: {
  readonly attempts: number;
  readonly attemptDays: number;
}): void {
  if (attemptDays > attempts) throw reject('POLICY_DAYS_EXCEED_ATTEMPTS', { field: 'attemptDays' });
}

interface Line {
  readonly domain: Domain | null;
}

/** @throws POLICY_DOMAIN_REPEATED: a domain has one line of its own at most */
export function assertDomainsOnce(lines: readonly Line[]): void {
  const repeated = lines.findIndex(
    ({ domain }, i) => domain !== null && lines.slice(0, i).some((one) => one.domain === domain),
  );
  if (repeated >= 0) throw reject('POLICY_DOMAIN_REPEATED', { field: `lines.${repeated}.domain` });
}

/**
 * Every domain has a line of its own or that of the rest.
 * @throws POLICY_LINE_FOR_THE_REST, POLICY_DOMAIN_REPEATED
 */
export function assertLikenessLines(lines: readonly Line[]): void {
  if (lines.filter(({ domain }) => domain === null).length !== 1)
    throw reject('POLICY_LINE_FOR_THE_REST', { field: 'lines' });
  assertDomainsOnce(lines);
}
