export function strikeOff(at: Date): unknown[] {
  const later = new Date(at.getTime() + 1000);
  return [
    later,
    new Date(), // canary: no-restricted-syntax
    Date(), // canary: no-restricted-syntax
    Date.now(), // canary: no-restricted-syntax
    Math.random(), // canary: no-restricted-syntax
    process.pid, // canary: no-restricted-globals
    globalThis.process, // canary: no-restricted-globals
    performance.now(), // canary: no-restricted-globals
    crypto.randomUUID(), // canary: no-restricted-globals
    new Error('no code'), // canary: no-restricted-syntax
  ];
}

export async function wait(work: PromiseLike<void>): Promise<void> { // canary: no-restricted-syntax
  await work; // canary: no-restricted-syntax
}

export const waitToo = async () => Promise.resolve(); // canary: no-restricted-syntax, no-restricted-globals
