import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again until the answer is right: for what other processes do in their own time.
 * @throws AssertionError-like TypeError with the last answer after `limitMs`
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  right: (answer: T) => boolean,
  limitMs = 15_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (right(answer)) return answer;
    if (Date.now() > end) throw new TypeError(`not so after ${limitMs} ms: ${JSON.stringify(answer)?.slice(0, 1_000)}`);
    await delay(20);
  }
}
