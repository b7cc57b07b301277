import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import { refusalOf } from '../../../test/refusal.ts';
import { assertCallbackPolicy, assertLikenessLines } from './assert-policy.ts';
import { policyRejections } from './rejections.ts';

describe('a policy for callbacks', () => {
  it.each([1, 3])('may ask for attempts on %i days of 3 attempts', (attemptDays) => {
    expect(() => assertCallbackPolicy({ attempts: 3, attemptDays })).not.toThrow();
  });

  it('does not ask for more days than attempts', () => {
    const asked = () => assertCallbackPolicy({ attempts: 3, attemptDays: 4 });
    expect(refusalOf(asked)).toMatchObject({ code: 'POLICY_DAYS_EXCEED_ATTEMPTS', field: 'attemptDays' });
  });
});

describe('a policy for likeness', () => {
  it('has a line for the rest, and one for each domain that differs', () => {
    expect(() => assertLikenessLines([{ domain: null }, { domain: 'LABOUR' }])).not.toThrow();
  });

  it.each([
    [[], 'POLICY_LINE_FOR_THE_REST', 'lines'],
    [[{ domain: 'LABOUR' }], 'POLICY_LINE_FOR_THE_REST', 'lines'],
    [[{ domain: null }, { domain: null }], 'POLICY_LINE_FOR_THE_REST', 'lines'],
    [[{ domain: 'LABOUR' }, { domain: null }, { domain: 'LABOUR' }], 'POLICY_DOMAIN_REPEATED', 'lines.2.domain'],
  ] as const)('%j is refused', (lines, code, field) => {
    expect(refusalOf(() => assertLikenessLines(lines))).toMatchObject({ code, field });
  });
});

it('the graph knows every "no" of a policy', async () => {
  const sdl = await readFile(join(import.meta.dirname, '../policy.graphql'), 'utf8');
  const [, values = ''] = /enum PolicyRejectionCode \{([^}]*)\}/.exec(sdl) ?? [];
  const type = buildSchema(`enum PolicyRejectionCode {${values}}`).getType('PolicyRejectionCode');
  const names = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  expect(names.toSorted()).toEqual(Object.keys(policyRejections).toSorted());
});
