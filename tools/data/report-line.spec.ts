import { describe, expect, it } from '@jest/globals';
import { nameInFile, toSubmission } from './report-line.ts';

const aReport = (fields: Record<string, unknown> = {}): string =>
  JSON.stringify({ id: 'X-1', channel: 'HOTLINE', text: '口罩买不到', ...fields });

describe('a line of a file of reports', () => {
  it('becomes what is submitted, its labels left out', () => {
    const line = aReport({
      receivedAt: '2020-02-14T09:00:00+08:00',
      firmName: '宁海汐原塑料制品厂',
      town: '强蛟镇',
      callerName: '老板娘',
      callerPhone: '10005751000',
      domain: 'MATERIALS',
      duplicateOf: null,
    });
    expect(toSubmission(line)).toEqual({
      submission: {
        channel: 'HOTLINE',
        text: '口罩买不到',
        externalRef: 'X-1',
        firmName: '宁海汐原塑料制品厂',
        townCode: '330226110',
        reporterName: '老板娘',
        reporterPhone: '10005751000',
        receivedAt: '2020-02-14T01:00:00.000Z',
      },
    });
  });

  it('needs a channel and a text only', () => {
    const line = aReport({ id: 17, firmName: '', town: null, callerName: null, receivedAt: null });
    expect(toSubmission(line)).toEqual({ submission: { externalRef: '17', channel: 'HOTLINE', text: '口罩买不到' } });
  });

  it('is known again by its content when it has no id', () => {
    const read = [aReport({ id: undefined }), aReport({ id: null }), aReport({ id: '', text: '别的' })].map(
      toSubmission,
    );
    const requestIds = read.map((one) => 'submission' in one && one.submission.requestId);
    expect(toSubmission(aReport({ id: undefined }))).toEqual(read[0]);
    expect(new Set(requestIds).size).toBe(3);
    expect(requestIds[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('keeps a long or empty text for the register to judge', () => {
    const texts = ['', 'x'.repeat(4001)];
    expect(texts.map((text) => toSubmission(aReport({ text })))).toEqual(
      texts.map((text) => ({ submission: { channel: 'HOTLINE', externalRef: 'X-1', text } })),
    );
  });

  it.each([
    ['{"id": "X-1",', { code: 'LINE_NOT_JSON', field: null, message: '此行不是有效的 JSON' }],
    ['["X-1"]', { code: 'LINE_NOT_OBJECT', field: null, message: '此行不是 JSON 对象' }],
    ['null', { code: 'LINE_NOT_OBJECT', field: null, message: '此行不是 JSON 对象' }],
    [aReport({ text: undefined }), { code: 'FIELD_REQUIRED', field: 'text', message: 'text 不能为空' }],
    [aReport({ text: null }), { code: 'FIELD_REQUIRED', field: 'text', message: 'text 不能为空' }],
    [aReport({ text: ['口罩'] }), { code: 'FIELD_MALFORMED', field: 'text', message: 'text 格式不正确' }],
    [aReport({ text: '口罩\0' }), { code: 'FIELD_MALFORMED', field: 'text', message: 'text 格式不正确' }],
    [aReport({ channel: undefined }), { code: 'FIELD_REQUIRED', field: 'channel', message: 'channel 不能为空' }],
    [aReport({ channel: 'FAX' }), { code: 'FIELD_MALFORMED', field: 'channel', message: 'channel 格式不正确' }],
    [aReport({ id: 1.5 }), { code: 'FIELD_MALFORMED', field: 'id', message: 'id 格式不正确' }],
    [aReport({ callerPhone: 1 }), { code: 'FIELD_MALFORMED', field: 'callerPhone', message: 'callerPhone 格式不正确' }],
    [
      aReport({ receivedAt: '2020-02-14' }),
      { code: 'FIELD_MALFORMED', field: 'receivedAt', message: 'receivedAt 格式不正确' },
    ],
    [aReport({ town: '城关镇' }), { code: 'TOWN_UNKNOWN', field: 'town', message: 'town 不是本县的乡镇(街道)名称' }],
  ])('is refused: %s', (line, refusal) => {
    expect(toSubmission(line)).toEqual({ refusal });
  });

  it('calls the fields of the graph by its own names', () => {
    const fields = ['text', 'townCode', 'reporterPhone', 'reporterName', 'externalRef'];
    expect(fields.map(nameInFile)).toEqual(['text', 'town', 'callerPhone', 'callerName', 'id']);
  });
});
