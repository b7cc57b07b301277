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

/**
 * Every domain has a line of its own or that of the rest.
 * @throws POLICY_LINE_FOR_THE_REST, POLICY_DOMAIN_REPEATED
 */
export function assertLikenessLines(lines: readonly { readonly domain: Domain | null }[]): void {
  const named = lines.flatMap(({ domain }) => (domain === null ? [] : [domain]));
  if (lines.length - named.length !== 1) throw reject('POLICY_LINE_FOR_THE_REST', { field: 'lines' });
  const repeated = lines.findIndex(
    ({ domain }, i) =>
      domain !== null &&
      named.indexOf(domain) !== named.lastIndexOf(domain) &&
      lines.slice(0, i).some((one) => one.domain === domain),
  );
  if (repeated >= 0) throw reject('POLICY_DOMAIN_REPEATED', { field: `lines.${repeated}.domain` });
}
