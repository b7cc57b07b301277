import { streamOf } from '@qifutong/messaging/stream';
import type { System } from './system.ts';

interface Replay {
  /** whose events */
  readonly service: string;
  readonly consumer: string;
  readonly from: Date;
}

async function firstSince({ jsm }: System, stream: string, from: Date): Promise<number | undefined> {
  try {
    return (await jsm.direct.getMessage(stream, { start_time: from }))?.seq;
  } catch (error) {
    if (/message not found|no message/i.test((error as Error).message)) return undefined;
    throw error;
  }
}

/**
 * Sets a durable consumer back to the first event since then; the service may be running. What its inbox knows has no effect again.
 * @returns what was done, for people
 */
export async function replay(system: System, { service, consumer, from }: Replay): Promise<string> {
  const stream = streamOf(service);
  await system.jsm.consumers.info(stream, consumer).catch((error: unknown) => {
    throw new Error(`no consumer "${consumer}" of the events of ${service}: ${(error as Error).message}`);
  });
  const seq = await firstSince(system, stream, from);
  if (seq === undefined) return `${service} announced nothing since ${from.toISOString()}: nothing to hand over again`;
  await system.jsm.consumers.reset(stream, consumer, seq);
  const { num_pending: pending } = await system.jsm.consumers.info(stream, consumer);
  return [
    `${consumer} is handed the events of ${service} from ${from.toISOString()} on again (number ${seq} of stream ${stream}; ${pending} left to deliver).`,
    'Those that it has handled before have no effect again: its inbox knows them. Those that it has not are handled now.',
  ].join('\n');
}
