import { describe, expect, it } from '@jest/globals';
import { exhaustive } from './exhaustive.ts';

describe('a value outside its closed set', () => {
  it('is a bug that names it', () => {
    expect(() => exhaustive('PURPLE' as never)).toThrow(new TypeError('unexpected value "PURPLE"'));
  });
});
