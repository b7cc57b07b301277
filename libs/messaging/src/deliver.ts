import { cloudEvent, type CloudEvent } from '@qifutong/contracts/cloud-event';
import { Rejection } from '@qifutong/kernel/rejection';
import type { Database, Tx } from '@qifutong/persistence/database';
import { enter, type Turn } from '@qifutong/persistence/once';
import { runInTrace, traceFrom } from '@qifutong/persistence/trace';
import { ZodError } from 'zod';
import { setAside, waitsBehind, type SetAsideReason } from './dead-letter.ts';
import { PermanentFailure, type Handler } from './handler.ts';
import type { Log } from './log.ts';

/** HANDLED: acknowledge · SET_ASIDE: terminate · EARLY, FAILED: hand back, with a delay */
export type Disposal = 'HANDLED' | 'SET_ASIDE' | 'EARLY' | 'FAILED';

export interface Delivery {
  readonly consumer: string;
  readonly db: Database;
  readonly handlers: readonly Handler[];
  readonly log: Log;
}

/** After so many deliveries of one message it is set aside. */
export const MAX_DELIVERIES = 8;

/** Enters the event and does its effect in the caller's transaction. */
export async function handle(tx: Tx, delivery: Delivery, event: CloudEvent): Promise<Turn> {
  const turn = await enter(tx, delivery.consumer, event);
  if (turn !== 'FIRST') return turn;
  // one event can concern several features: all of them in this transaction, or none
  for (const handler of delivery.handlers.filter((one) => one.event.type === event.type))
    await handler.handle(tx, handler.event.data.parse(event.data), event);
  return turn;
}

async function attempt(delivery: Delivery, event: CloudEvent): Promise<Disposal> {
  return delivery.db.transaction(async (tx) => {
    if ((await handle(tx, delivery, event)) !== 'EARLY') return 'HANDLED';
    if (!(await waitsBehind(tx.manager, delivery.consumer, event))) return 'EARLY';
    const error = 'an earlier event of this aggregate is set aside';
    await setAside(tx.manager, delivery.consumer, event, { reason: 'WAITING', error });
    return 'SET_ASIDE';
  });
}

/** A rule's "no" and a form that does not fit stay what they are, however often they are asked. */
export function isPermanent(cause: unknown): boolean {
  return cause instanceof PermanentFailure || cause instanceof Rejection || cause instanceof ZodError;
}

/** Sets aside in a transaction of its own: the one of the attempt was rolled back. */
async function giveUp(
  delivery: Delivery,
  event: CloudEvent,
  reason: SetAsideReason,
  cause: unknown,
): Promise<Disposal> {
  const error = cause instanceof Error ? cause.message : String(cause);
  await delivery.db.note((tx) => setAside(tx.manager, delivery.consumer, event, { reason, error }));
  delivery.log.error(
    { err: cause, eventId: event.id, type: event.type, reason, consumer: delivery.consumer },
    'event set aside',
  );
  return 'SET_ASIDE';
}

/**
 * Handles one delivery of one message.
 * @param body the message's JSON
 * @param count which delivery of it this is, from 1
 */
export async function deliver(delivery: Delivery, body: unknown, count: number): Promise<Disposal> {
  const parsed = cloudEvent.safeParse(body);
  if (!parsed.success) {
    // without an envelope there is nothing to keep it under; only a foreign publisher can send this
    delivery.log.error({ err: parsed.error, consumer: delivery.consumer }, 'message without an envelope terminated');
    return 'SET_ASIDE';
  }
  const event = parsed.data;
  return runInTrace(traceFrom(event.traceparent), async () => {
    try {
      const disposal = await attempt(delivery, event);
      if (disposal !== 'EARLY' || count < MAX_DELIVERIES) return disposal;
      return await giveUp(delivery, event, 'WAITING', 'an earlier event of this aggregate has not come');
    } catch (cause) {
      if (isPermanent(cause)) return giveUp(delivery, event, 'PERMANENT', cause);
      if (count >= MAX_DELIVERIES) return giveUp(delivery, event, 'DELIVERIES_USED_UP', cause);
      delivery.log.warn({ err: cause, eventId: event.id, type: event.type, count }, 'event not handled; handed back');
      return 'FAILED';
    }
  });
}
