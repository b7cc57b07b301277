import { describe, expect, it } from '@jest/globals';
import { isOutdated } from './outdated.ts';

describe('what rests on a guidance is to be looked at again', () => {
  it.each([
    ['the version before the newest one', 1, { currentVersion: 2, withdrawn: false }, true],
    ['not the newest one', 2, { currentVersion: 2, withdrawn: false }, false],
    ['the newest one of a guidance that was withdrawn', 2, { currentVersion: 2, withdrawn: true }, true],
  ])('%s', (_, version, standing, outdated) => {
    expect(isOutdated(version, standing)).toBe(outdated);
  });
});
