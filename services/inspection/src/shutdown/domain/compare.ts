import type { ShutdownOrder } from './shutdown-order.ts';

/** A shutdown order that must exist. */
export interface Due {
  readonly inspectionId: string;
  readonly causedAt: Date;
  readonly lifted: { readonly acceptanceId: string; readonly at: Date } | null;
}

export interface Compared {
  readonly gone: readonly ShutdownOrder[];
  readonly kept: readonly { readonly order: ShutdownOrder; readonly due: Due }[];
  readonly missing: readonly Due[];
}

/** Compares the orders that must exist with those that are stored: each belongs to its inspection and to no other. */
export function compare(due: readonly Due[], stored: readonly ShutdownOrder[]): Compared {
  const of = (one: Due) => stored.find(({ inspectionId }) => inspectionId === one.inspectionId);
  const followed = new Set(due.map(({ inspectionId }) => inspectionId));
  return {
    gone: stored.filter(({ status, inspectionId }) => status !== 'WITHDRAWN' && !followed.has(inspectionId)),
    kept: due.flatMap((one) => {
      const order = of(one);
      return order ? [{ order, due: one }] : [];
    }),
    missing: due.filter((one) => of(one) === undefined),
  };
}
