import { describe, expect, it } from '@jest/globals';
import { scalars } from './scalars.ts';

describe('an instant that is told', () => {
  const parse = (text: string) => scalars.DateTime.parseValue(text);

  it.each(['1900-01-01T00:00:00.000Z', '1900-01-01T00:00:00.001Z', '2020-02-14T01:00:00+08:00'])(
    'may be %s',
    (text) => {
      expect(parse(text)).toEqual(new Date(text));
    },
  );

  it.each(['1899-12-31T23:59:59.999Z', '1900-01-01T00:00:00+08:00', '0001-01-01T00:00:00Z', '0000-06-01T00:00:00Z'])(
    'is not %s',
    (text) => {
      expect(() => parse(text)).toThrow(/is not a valid DateTime|before 1900/u);
    },
  );
});
