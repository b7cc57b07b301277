import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { optOut } from './opt-out.ts';

describe('an issue that no batch may touch', () => {
  it.each([true, false])('is marked so, or no more: %s', (optedOut) => {
    const issue = anIssue({ optedOut: !optedOut });
    expect(optOut(issue, { optedOut })).toEqual({ state: { ...issue, optedOut }, events: [] });
  });
});
