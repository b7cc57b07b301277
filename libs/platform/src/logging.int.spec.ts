import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runInTrace, traceFrom } from '@qifutong/persistence/trace';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { createLog } from './logging.ts';

const PHONE = '13800000000';
const NAME = '张三';

function kept(say: (log: ReturnType<typeof createLog>) => void): { line: Record<string, unknown>; text: string } {
  const lines: string[] = [];
  say(createLog('intake', 'info', { write: (line) => void lines.push(line) }));
  const [text = '{}'] = lines;
  return { line: JSON.parse(text) as Record<string, unknown>, text };
}

describe('a line of the log', () => {
  it('names its service, its time and the request that it belongs to', () => {
    const trace = traceFrom(undefined);
    const { line } = kept((log) => runInTrace(trace, () => log.info({ operation: 'query firm' }, 'request')));
    const { time, ...rest } = line;
    expect(rest).toMatchObject({
      level: 30,
      service: 'intake',
      correlationId: trace.traceId,
      operation: 'query firm',
      msg: 'request',
    });
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('belongs to no request outside of one', () => {
    expect(kept((log) => log.info('ready')).line).not.toHaveProperty('correlationId');
  });

  it('is not written below the level', () => {
    expect(kept((log) => log.debug('chatter')).line).toEqual({});
  });

  it.each([
    ['by itself', { reporterName: NAME, reporterPhone: PHONE }],
    ['in an input', { input: { text: '口罩不够', reporterName: NAME, reporterPhone: PHONE } }],
    ['in the variables of a request', { variables: { input: { reporterName: NAME, reporterPhone: PHONE } } }],
    ['as stored', { reporter: { reportId: '1', name: NAME, phone: PHONE } }],
    ['in something that has a reporter', { report: { id: '1', reporter: { name: NAME, phone: PHONE } } }],
    ['in a header', { authorization: `Bearer ${NAME}${PHONE}` }],
    ['in the headers of a request', { headers: { authorization: `Bearer ${NAME}${PHONE}` } }],
    ['in a request', { request: { headers: { authorization: `Bearer ${NAME}${PHONE}` } } }],
  ])('holds no personal data %s', (_title, fields) => {
    const { text } = kept((log) => log.info(fields, 'said'));
    expect({ name: text.includes(NAME), phone: text.includes(PHONE), said: text.includes('said') }).toEqual({
      name: false,
      phone: false,
      said: true,
    });
  });
});

describe('the line of an error of the database', () => {
  let schema: TestSchema;
  beforeAll(async () => {
    schema = await freshSchema({ name: 'logging', tables: [], migrations: [] });
    await schema.db.source.query('create table reporter (name text check (char_length(name) < 2), phone text unique)');
  });
  afterAll(() => schema.drop());

  const insert = (name: string) =>
    schema.db.source.query('insert into reporter (name, phone) values ($1, $2)', [name, PHONE]).then(
      () => undefined,
      (cause: unknown) => cause,
    );

  it.each([
    ['a row that fails its check', () => insert(NAME)],
    ['a row that is there already', async () => (await insert('甲')) ?? insert('乙')],
  ])('of %s says which rule, and nothing of its values', async (_title, refused) => {
    const err = await refused();
    const { text, line } = kept((log) => log.error({ err }, 'unexpected error'));
    expect({
      name: text.includes(NAME),
      phone: text.includes(PHONE),
      rule: /constraint \\"reporter_/.test(text),
    }).toEqual({ name: false, phone: false, rule: true });
    expect(line).toHaveProperty('err.stack');
  });
});
