import { describe, expect, it } from '@jest/globals';
import { refuse, refusedLine } from './refusal.ts';

describe('the list of refused lines', () => {
  it('names line, code and field, the field once', () => {
    const refusals = [
      refuse('FIELD_TOO_LONG', { field: 'text', limit: 4000 }),
      { code: 'FIELD_TOO_LONG', field: 'callerPhone', message: 'reporterPhone 过长' },
      refuse('LINE_NOT_JSON'),
    ];
    expect(refusals.map((refusal, i) => refusedLine(i + 1, refusal))).toEqual([
      'line 1: FIELD_TOO_LONG text 过长,最多 4000 个字符',
      'line 2: FIELD_TOO_LONG callerPhone reporterPhone 过长',
      'line 3: LINE_NOT_JSON 此行不是有效的 JSON',
    ]);
  });
});
