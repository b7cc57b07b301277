import type { Page } from '@qifutong/persistence/keyset';
import { instantOf } from '../clock/domain/clock.ts';
import type { CentreClock } from './domain/centre-clock.ts';

/** A clock of the centre as the graph shows it. */
export function centreClockView(centre: CentreClock) {
  const { id, kind, issueId, round, startedAt, dueAt, endedAt, clock, missed, open } = centre;
  const ended = (type: 'MET' | 'CANCELLED') => (instantOf(clock, type) === null ? null : endedAt);
  return {
    ...{ id, kind, round, startedAt, dueAt, open },
    issue: { __typename: 'Issue', id: issueId },
    metAt: ended('MET'),
    cancelledAt: ended('CANCELLED'),
    breachedAt: missed ? dueAt : null,
    doneLateAt: missed ? endedAt : null,
  };
}

/** A page of them. */
export async function viewed(asked: Promise<Page<CentreClock>>) {
  const { edges, pageInfo } = await asked;
  return { edges: edges.map(({ cursor, node }) => ({ cursor, node: centreClockView(node) })), pageInfo };
}
