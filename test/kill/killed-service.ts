import { freePort } from '@qifutong/testkit/nats';
import type { Order, Point } from './intake-child.ts';
import { built, startProcess, type KilledProcess } from './killed-process.ts';

/** Builds what the children run; nothing to do when it is built. */
export function build(): Promise<void> {
  return built('intake');
}

export interface Child extends KilledProcess {
  readonly url: string;
}

/** Runs intake's built code in a process of its own, which ends itself at the given point. */
export async function startChild(order: Omit<Order, 'port' | 'point'>, point: Point): Promise<Child> {
  const port = await freePort();
  const child = await startProcess('intake-child.ts', { ...order, port, point } satisfies Order);
  return { ...child, url: `http://127.0.0.1:${port}/graphql` };
}
