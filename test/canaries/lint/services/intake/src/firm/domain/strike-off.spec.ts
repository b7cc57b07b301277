import { describe, expect, it, jest, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises'; // canary: no-restricted-syntax

describe.only('a firm', () => { // canary: no-restricted-syntax
  it.skip('is struck off', () => { // canary: no-restricted-syntax
    expect(new Date()).toBeDefined();
  });
  test.only('is struck off', async () => { // canary: no-restricted-syntax
    const send = jest.fn(); // canary: no-restricted-syntax
    jest.spyOn(Math, 'random'); // canary: no-restricted-syntax
    jest.unstable_mockModule('./strike-off.ts', () => ({})); // canary: no-restricted-syntax
    await new Promise((resolve) => setTimeout(resolve, 50)); // canary: no-restricted-syntax
    await sleep(50);
    expect(send).toBeDefined();
  });
});
