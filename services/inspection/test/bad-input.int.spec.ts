import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import { analyst, anInput, enrolAs, enrolled, inspector, newCreditCode, newId, submitAs } from './asks.ts';
import { answers, feb } from './builders.ts';

const now = feb(20);
let booted: Booted;
let firm: string;
let before: unknown;
beforeAll(async () => {
  booted = await boot(inspection, { clock: fixedClock(now) });
  firm = await enrolled(booted);
});
afterAll(() => booted.stop());
beforeEach(async () => {
  before = await written();
});

/** How much there is of everything. */
function written(): Promise<unknown> {
  const tables = ['enrolment', 'inspection', 'light', 'event_log'];
  return booted.schema.db.source.query(
    `select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`,
  );
}

function withNote(note: string | null) {
  return answers({ MASKS_WORN: 'UNMET' }).map((one) => (one.rule === 'MASKS_WORN' ? { ...one, note } : one));
}

const met = { result: 'MET' };
const refusals: [string, object, string, string][] = [
  ['an id that is no UUID', { id: '42' }, 'FIELD_MALFORMED', 'id'],
  ['an id that is a UUID of version 4', { id: '9f2c1a4e-3b5d-4c6e-8f70-112233445566' }, 'FIELD_MALFORMED', 'id'],
  ['an empty credit code', { creditCode: ' ' }, 'FIELD_REQUIRED', 'creditCode'],
  ['a credit code that is too long', { creditCode: '9'.repeat(19) }, 'FIELD_TOO_LONG', 'creditCode'],
  ['a malformed credit code', { creditCode: '91330226' }, 'INSPECTION_CREDIT_CODE_INVALID', 'creditCode'],
  ['a wrong check character', { creditCode: '91330226T000000000' }, 'INSPECTION_CREDIT_CODE_INVALID', 'creditCode'],
  ['a firm that is not enrolled', { creditCode: newCreditCode() }, 'INSPECTION_FIRM_NOT_ENROLLED', 'creditCode'],
  [
    'a time 1 ms in the future',
    { performedAt: new Date(now.getTime() + 1) },
    'INSPECTION_PERFORMED_IN_FUTURE',
    'performedAt',
  ],
  [
    'a time 1 ms before the enrolment',
    { performedAt: new Date(feb(1).getTime() - 1) },
    'INSPECTION_PERFORMED_BEFORE_ENROLMENT',
    'performedAt',
  ],
  ['no results', { results: [] }, 'INSPECTION_RULE_MISSING', 'results'],
  ['a rule missing', { results: answers().slice(0, 11) }, 'INSPECTION_RULE_MISSING', 'results'],
  [
    'a rule twice',
    { results: [...answers().slice(0, 11), answers()[0]] },
    'INSPECTION_RULE_REPEATED',
    'results.11.rule',
  ],
  ['13 rules', { results: [...answers(), answers()[0]] }, 'INSPECTION_RULE_REPEATED', 'results.12.rule'],
  [
    'an unknown rule',
    { results: [{ rule: 'NAILS_CUT', ...met }, ...answers()] },
    'INSPECTION_RULE_UNKNOWN',
    'results.0.rule',
  ],
  ['a rule without a code', { results: [{ rule: '', ...met }] }, 'FIELD_REQUIRED', 'results.0.rule'],
  ['a rule code too long', { results: [{ rule: 'X'.repeat(101), ...met }] }, 'FIELD_TOO_LONG', 'results.0.rule'],
  ['an unmet rule without a note', { results: withNote(null) }, 'INSPECTION_NOTE_MISSING', 'results.1.note'],
  ['an unmet rule with a blank note', { results: withNote(' ') }, 'INSPECTION_NOTE_MISSING', 'results.1.note'],
  [
    'a note of zero-width characters',
    { results: withNote('\u200b\u2060') },
    'INSPECTION_NOTE_MISSING',
    'results.1.note',
  ],
  ['a note of 1,001 characters', { results: withNote('罩'.repeat(1001)) }, 'FIELD_TOO_LONG', 'results.1.note'],
  ['a note that cannot be stored', { results: withNote('口罩\u0000') }, 'FIELD_MALFORMED', 'results.1.note'],
  ['half a character', { results: withNote('口罩\ud83d') }, 'FIELD_MALFORMED', 'results.1.note'],
  ['half a character of a colleague’s id', { inspectors: ['inspector-\ud83d'] }, 'FIELD_MALFORMED', 'inspectors.0'],
  ['a colleague whom nobody registered', { inspectors: ['niemand'] }, 'INSPECTION_INSPECTOR_UNKNOWN', 'inspectors.0'],
  ['an empty colleague', { inspectors: ['inspector-2', ''] }, 'FIELD_REQUIRED', 'inspectors.1'],
  ['a colleague’s id that is too long', { inspectors: ['x'.repeat(201)] }, 'FIELD_TOO_LONG', 'inspectors.0'],
  [
    '21 colleagues',
    { inspectors: Array.from({ length: 21 }, (_, i) => `inspector-${i}`) },
    'FIELD_MALFORMED',
    'inspectors',
  ],
];

describe('an inspection is refused, and nothing written, for', () => {
  it.each(refusals)('%s', async (_, told, code, field) => {
    const answer = await submitAs(booted, anInput(firm, told as Record<string, unknown>));
    expect(answer).toEqual({ status: 200, data: { submitInspection: { code, field, message: expect.any(String) } } });
    expect(await written()).toEqual(before);
  });

  it.each([
    ['a missing id', { id: undefined }],
    ['a missing credit code', { creditCode: undefined }],
    ['a missing time', { performedAt: undefined }],
    ['a time that is none', { performedAt: 'yesterday' }],
    ['a date for a time', { performedAt: '2020-02-14' }],
    ['missing results', { results: undefined }],
    ['a result of an unknown value', { results: [{ rule: 'MASKS_WORN', result: 'SOMETIMES' }] }],
    ['a result of a wrong type', { results: [{ rule: 'MASKS_WORN', result: true }] }],
    ['a note of a wrong type', { results: [{ rule: 'MASKS_WORN', result: 'MET', note: 7 }] }],
    ['an unknown field', { colour: 'GREEN' }],
  ])('%s, as the graph does not know it', async (_, told) => {
    const answer = await submitAs(booted, { ...anInput(firm), ...told });
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(await written()).toEqual(before);
  });

  it.each(['OPERATOR', 'ANALYST', 'TASKFORCE_LEAD', 'COMMANDER', 'FIRM', 'DEPARTMENT', 'AUDITOR', 'ADMIN'])(
    '%s, who is not an inspector',
    async (role) => {
      const answer = await submitAs(booted, anInput(firm), { ...inspector, roles: [role], firm });
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      expect(await written()).toEqual(before);
    },
  );

  it('and none of it is logged as a fault of ours', () => {
    expect(booted.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});

describe('an enrolment is refused, and nothing written, for', () => {
  it.each<[string, object, string, string]>([
    ['an empty credit code', { creditCode: '' }, 'FIELD_REQUIRED', 'creditCode'],
    ['a credit code that is too long', { creditCode: '9'.repeat(19) }, 'FIELD_TOO_LONG', 'creditCode'],
    ['a wrong check character', { creditCode: '91330226T000000000' }, 'ENROLMENT_CREDIT_CODE_INVALID', 'creditCode'],
    ['a malformed town code', { townCode: '3302261' }, 'FIELD_MALFORMED', 'townCode'],
    ['a time 1 ms in the future', { enrolledAt: new Date(now.getTime() + 1) }, 'ENROLMENT_IN_FUTURE', 'enrolledAt'],
  ])('%s', async (_, told, code, field) => {
    const answer = await enrolAs(booted, { creditCode: newCreditCode(), townCode: '330226110', ...told });
    expect(answer).toEqual({ status: 200, data: { enrolFirm: { code, field, message: expect.any(String) } } });
    expect(await written()).toEqual(before);
  });

  it('an inspector, who may not enrol', async () => {
    const answer = await enrolAs(booted, { creditCode: newCreditCode() }, inspector);
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(await written()).toEqual(before);
  });
});

describe('what is just allowed', () => {
  it('is a note of 1,000 characters, a time of now, and the instant of the enrolment', async () => {
    const results = withNote('𠮷'.repeat(1000));
    const both = [
      await submitAs(booted, anInput(firm, { performedAt: now, results })),
      await submitAs(booted, anInput(firm, { performedAt: feb(1) })),
    ];
    expect(both.map((one) => one.data?.submitInspection['passed'])).toEqual([false, true]);
  });

  it('is a firm enrolled again, twice at once: it keeps its first enrolment', async () => {
    const creditCode = newCreditCode();
    const first = await enrolAs(booted, { creditCode, enrolledAt: feb(3) });
    const again = await Promise.all([1, 2].map(() => enrolAs(booted, { creditCode, townCode: '330226110' })));
    expect(first.data).toEqual({ enrolFirm: { creditCode, enrolledAt: feb(3).toISOString() } });
    expect(again.map((one) => one.data)).toEqual([first.data, first.data]);
  });

  it('is a firm enrolled by twenty at once', async () => {
    const creditCode = newCreditCode();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => enrolAs(booted, { creditCode, enrolledAt: feb(3, i) }, analyst)),
    );
    expect(new Set(all.map((one) => one.data?.enrolFirm['enrolledAt'])).size).toBe(1);
    expect((await submitAs(booted, { ...anInput(creditCode), id: newId() })).data?.submitInspection).toMatchObject({
      passed: true,
    });
  });
});
