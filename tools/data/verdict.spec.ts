import { describe, expect, it } from '@jest/globals';
import { judge } from './verdict.ts';
import type { GraphAnswer } from './verdict.ts';

const fault = (code: string, more: object = {}): GraphAnswer => ({
  errors: [{ message: 'no', extensions: { code, ...more } }],
});
const rejection = (field: string | null): GraphAnswer => ({
  data: { submitReport: { __typename: 'ReportRejection', code: 'FIELD_TOO_LONG', message: '过长', field } },
});

describe('an answer of the gateway', () => {
  it('accepts a report', () => {
    expect(judge(200, { data: { submitReport: { __typename: 'Report' } } })).toEqual({
      kind: 'accepted',
      value: { __typename: 'Report' },
    });
  });

  it('refuses a report, naming the field as the file does', () => {
    expect([judge(200, rejection('reporterPhone')), judge(200, rejection(null))]).toEqual([
      { kind: 'refused', refusal: { code: 'FIELD_TOO_LONG', message: '过长', field: 'callerPhone' } },
      { kind: 'refused', refusal: { code: 'FIELD_TOO_LONG', message: '过长', field: null } },
    ]);
  });

  it('that could not read a value does not repeat it', () => {
    expect(judge(400, fault('BAD_USER_INPUT'))).toEqual({
      kind: 'refused',
      refusal: { code: 'BAD_USER_INPUT', message: '网关不接受此行的内容', field: null },
    });
  });

  it('that is too large for it refuses the line', () => {
    expect(judge(413, undefined)).toEqual({
      kind: 'refused',
      refusal: { code: 'LINE_TOO_LONG', message: '此行过长,最多 1000000 字节', field: null },
    });
  });

  it.each([
    [401, fault('UNAUTHENTICATED')],
    [200, fault('UNAUTHENTICATED')],
    [401, undefined],
  ])('with %d %j asks for another token', (status, body) => {
    expect(judge(status, body)).toEqual({ kind: 'token refused' });
  });

  it.each([
    [500, fault('INTERNAL_SERVER_ERROR', { correlationId: 'c1' }), 'INTERNAL_SERVER_ERROR: no (correlation id c1)'],
    [200, fault('SERVICE_UNAVAILABLE'), 'SERVICE_UNAVAILABLE: no'],
    [504, fault('SERVICE_TIMEOUT'), 'SERVICE_TIMEOUT: no'],
    [503, { errors: [{ message: 'no' }] }, 'an error: no'],
    [502, undefined, 'with status 502'],
    [429, undefined, 'with status 429'],
  ])('with %d %j is an outage', (status, body, why) => {
    expect(judge(status, body)).toEqual({ kind: 'outage', why: `the gateway answered ${why}` });
  });

  it.each([
    [400, fault('GRAPHQL_VALIDATION_FAILED'), 'GRAPHQL_VALIDATION_FAILED: no'],
    [403, fault('FORBIDDEN'), 'FORBIDDEN: no'],
    [404, undefined, 'with status 404'],
    [200, { data: {} }, 'with status 200'],
  ])('with %d %j ends the run', (status, body, why) => {
    expect(judge(status, body)).toEqual({ kind: 'broken', why: `the gateway answered ${why}` });
  });
});
