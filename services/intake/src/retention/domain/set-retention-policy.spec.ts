import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import { refusalOf } from '../../../test/refusal.ts';
import { retentionRejections } from './rejections.ts';
import type { RetentionLine, RetentionPolicy } from './retention.ts';
import { setRetentionPolicy } from './set-retention-policy.ts';

const now = new Date('2020-02-14T01:00:00.000Z');
const contact = (after: string): RetentionLine => ({ kind: 'REPORTER_CONTACT', after });
const item = (after: string): RetentionLine => ({ kind: 'PUBLIC_OPINION_ITEM', after });
const inForce: RetentionPolicy = { version: 3, lines: [contact('P12M'), item('P30D')], setAt: now, setBy: null };
const set = (lines: readonly RetentionLine[], expectedVersion: number | null = null) =>
  setRetentionPolicy(inForce, { expectedVersion, lines }, { by: 'admin-1', timeZone: 'Asia/Shanghai' }, now);

describe('how long something stays', () => {
  it('is set as a new version, and announced', () => {
    expect(set([item('P2W'), contact('P2Y')], 3)).toEqual({
      state: { version: 4, lines: [contact('P2Y'), item('P2W')], setAt: now, setBy: 'admin-1' },
      events: [
        {
          type: 'intake.retention-policy.set.v1',
          aggregateType: 'retention-policy',
          aggregateId: 'RETENTION',
          department: 'none',
          data: { retention: 'RETENTION', policyVersion: 4, setBy: 'admin-1', setAt: '2020-02-14T01:00:00.000Z' },
        },
      ],
    });
  });

  it.each([2, 4])('is refused when version %i was expected and another is in force', (expected) => {
    const refusal = { code: 'RETENTION_POLICY_CHANGED', field: 'expectedVersion' };
    expect(refusalOf(() => set(inForce.lines, expected))).toMatchObject(refusal);
  });

  it.each([
    ['no line', []],
    ['no line of items', [contact('P12M')]],
    ['two lines of contacts', [contact('P12M'), item('P30D'), contact('P24M')]],
  ])('is refused with %s', (_, lines) => {
    expect(refusalOf(() => set(lines))).toMatchObject({ code: 'RETENTION_KIND_ONCE', field: 'lines' });
  });

  it.each([
    [[contact('P28D'), item('P1D')], null],
    [[contact('P27D'), item('P1D')], 'lines.0.after'],
    [[contact('P1M'), item('P0D')], 'lines.1.after'],
    [[contact('P36525D'), item('P36526D')], 'lines.1.after'],
  ])('of %j is in range: fault at %s', (lines, field) => {
    const refused = field && { code: 'RETENTION_PERIOD_OUT_OF_RANGE', field, message: expect.any(String) };
    if (field === null) expect(set(lines).state.lines).toEqual(lines);
    else expect(refusalOf(() => set(lines))).toEqual(refused);
  });
});

it('the graph knows every "no" to a version of how long something stays', async () => {
  const sdl = await readFile(join(import.meta.dirname, '../retention.graphql'), 'utf8');
  const [, values = ''] = /enum RetentionRejectionCode \{([^}]*)\}/.exec(sdl) ?? [];
  const type = buildSchema(`enum RetentionRejectionCode {${values}}`).getType('RetentionRejectionCode');
  const names = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  expect(names.toSorted()).toEqual(Object.keys(retentionRejections).toSorted());
});
