import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@qifutong/platform/viewer';
import { boot, type Answer, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { anInput, enrolled, inspectOn, newCreditCode, submitAs } from './asks.ts';
import { feb } from './builders.ts';
import { decideAs, firmOf, processOf, said, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(20));
const nobody = '00000000-0000-7000-8000-ffffffffffff';
let booted: Booted;
let firm: string;
let before: unknown;
/** what there is to be decided on, by kind */
let known: Record<'order' | 'interview' | 'shutdown' | 'acceptance' | 'inspection' | 'appeal', string>;

interface Mutation {
  readonly thing: string;
  readonly no?: string;
  readonly by: readonly Role[];
  /** an input that would do */
  readonly input: () => Record<string, unknown>;
  /** the field with the id of what is decided on, and the "no" to one that is not there */
  readonly id?: readonly [field: string, code: string];
  /** how long each text may be */
  readonly words: Readonly<Record<string, number>>;
  /** fields that may be missing */
  readonly optional?: readonly string[];
}

const mutations: Readonly<Record<string, Mutation>> = {
  setOrderDate: {
    thing: 'RectificationOrder { id }',
    by: ['INSPECTOR', 'COMMANDER'],
    input: () => ({ id: known.order, dueOn: '2020-02-25' }),
    id: ['id', 'ORDER_NOT_FOUND'],
    words: {},
  },
  holdInterview: {
    thing: 'Interview { id }',
    by: ['INSPECTOR', 'COMMANDER'],
    input: () => ({ interviewId: known.interview, ...said }),
    id: ['interviewId', 'INTERVIEW_NOT_FOUND'],
    words: { minutes: 10_000, commitments: 4_000 },
  },
  stateDefence: {
    thing: 'ShutdownOrder { id }',
    by: ['FIRM', 'INSPECTOR', 'ANALYST'],
    input: () => ({ id: known.shutdown, text: '口罩已在路上' }),
    id: ['id', 'SHUTDOWN_NOT_FOUND'],
    words: { text: 10_000 },
    optional: ['text'],
  },
  signShutdownOrder: {
    thing: 'ShutdownOrder { id }',
    by: ['COMMANDER'],
    input: () => ({ id: known.shutdown, legalBasis: '依据' }),
    id: ['id', 'SHUTDOWN_NOT_FOUND'],
    words: { legalBasis: 2_000 },
  },
  refuseShutdownOrder: {
    thing: 'ShutdownOrder { id }',
    by: ['COMMANDER'],
    input: () => ({ id: known.shutdown, reason: '理由' }),
    id: ['id', 'SHUTDOWN_NOT_FOUND'],
    words: { reason: 2_000 },
  },
  applyForAcceptance: {
    thing: 'Acceptance { id }',
    by: ['FIRM', 'ANALYST'],
    input: () => ({ creditCode: newCreditCode(), kind: 'FIRST' }),
    words: { creditCode: 18 },
  },
  decideAcceptance: {
    thing: 'Acceptance { id }',
    by: ['COMMANDER'],
    input: () => ({ id: known.acceptance, approved: false, reason: '理由' }),
    id: ['id', 'ACCEPTANCE_NOT_FOUND'],
    words: { reason: 2_000 },
    optional: ['reason'],
  },
  appealInspection: {
    thing: 'Appeal { id }',
    by: ['FIRM'],
    input: () => ({ inspectionId: known.inspection, grounds: '当日停电' }),
    id: ['inspectionId', 'APPEAL_INSPECTION_NOT_FOUND'],
    words: { grounds: 10_000 },
  },
  decideAppeal: {
    thing: 'Appeal { id }',
    by: ['COMMANDER', 'ANALYST'],
    input: () => ({ id: known.appeal, upheld: true, reason: '属实' }),
    id: ['id', 'APPEAL_NOT_FOUND'],
    words: { reason: 10_000 },
  },
  acknowledgeDocument: {
    thing: 'DocumentReceipt { number }',
    no: 'DocumentRejection',
    by: ['FIRM', 'INSPECTOR'],
    input: () => ({ number: '改20200220-0001' }),
    words: { number: 30 },
  },
  registerInspector: {
    thing: 'Inspector { sub }',
    by: ['ADMIN', 'COMMANDER'],
    input: () => ({ sub: 'inspector-9', name: '检查员', townCode: '330226110' }),
    words: { sub: 200, name: 100 },
    optional: ['townCode'],
  },
  declareConflict: {
    thing: 'Inspector { sub }',
    by: ['INSPECTOR', 'ADMIN', 'COMMANDER'],
    input: () => ({ creditCode: firm }),
    words: { creditCode: 18 },
  },
  withdrawConflict: {
    thing: 'Inspector { sub }',
    by: ['INSPECTOR', 'ADMIN', 'COMMANDER'],
    input: () => ({ creditCode: firm }),
    words: { creditCode: 18 },
  },
  makeInspectionPlan: {
    thing: 'InspectionPlan { id }',
    no: 'PlanRejection',
    by: ['ANALYST', 'COMMANDER'],
    input: () => ({ day: '2020-02-21' }),
    words: {},
  },
  replanInspections: {
    thing: 'InspectionPlan { id }',
    no: 'PlanRejection',
    by: ['ANALYST', 'COMMANDER'],
    input: () => ({ planId: nobody, absent: ['inspector-1'] }),
    id: ['planId', 'PLAN_NOT_FOUND'],
    words: {},
  },
};
const names = Object.keys(mutations);

type Outcome = Answer<{ outcome: { readonly code?: string; readonly field?: string } }>;

function tried(name: string, told: object, role?: Role): Promise<Outcome> {
  const { thing, no = `${thing.split(' ')[0]}Rejection`, by, input } = mutations[name]!;
  const asker: Asker = { sub: 'somebody', name: '某人', roles: [role ?? by[0]!], firm };
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return booted.ask(
    `mutation ($input: ${type}!) { outcome: ${name}(input: $input) { ... on ${thing} ... on ${no} { code field message } } }`,
    { input: { ...input(), ...told } },
    asker,
  );
}

/** How much there is of everything that a mutation could write. */
function written(): Promise<unknown> {
  const tables = ['event_log', 'document', 'enrolment', 'acceptance', 'appeal', 'inspector', 'inspection_plan'];
  return booted.schema.db.source.query(
    `select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`,
  );
}

beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  firm = await enrolled(booted);
  for (const day of [11, 12, 13]) await inspectOn(booted, firm, day, 1);
  const input = anInput(firm, { performedAt: feb(10) });
  await submitAs(booted, input);
  const resuming = newCreditCode();
  const first = { creditCode: resuming, kind: 'FIRST' };
  const acceptance = await decideAs(booted, 'applyForAcceptance', first, firmOf(resuming));
  const { orders, interviews } = await processOf(booted, firm);
  known = {
    order: orders.nodes[0]!.id,
    interview: interviews.nodes[0]!.id,
    inspection: input.id,
    acceptance: String(acceptance['id']),
    ...{ shutdown: nobody, appeal: nobody },
  };
  before = await written();
});
afterAll(async () => {
  expect(await written()).toEqual(before);
  await booted.stop();
});

describe.each(names)('%s is refused', (name) => {
  const { id, words, by, optional = [], input } = mutations[name]!;
  const fields = Object.keys(words);
  const others = roles.filter((role) => !by.includes(role));

  it.each(others)('to %s', async (role) => {
    const { errors } = await tried(name, {}, role);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('with any field missing or of a wrong type, and with one that there is not, named', async () => {
    const fieldNames = /Conflict$/.test(name)
      ? ['creditCode']
      : namesOf(input).filter((one) => !optional.includes(one));
    for (const field of fieldNames)
      for (const value of [null, { not: 'this' }]) {
        const { errors } = await tried(name, { [field]: value });
        expect(errors?.map(({ extensions, message }) => [extensions.code, message.includes(field)])).toEqual([
          ['BAD_USER_INPUT', true],
        ]);
      }
    const { errors } = await tried(name, { colour: 'GREEN' });
    expect(errors?.map(({ extensions, message }) => [extensions.code, message.includes('colour')])).toEqual([
      ['BAD_USER_INPUT', true],
    ]);
  });

  if (id)
    it('for what is not there, and for what is no id', async () => {
      const [field, code] = id;
      const seen = async (value: string) => (await tried(name, { [field]: value })).data?.outcome;
      expect(await seen(nobody)).toMatchObject({ code, field });
      for (const value of ['42', '', `${nobody}0`, '../../etc/passwd'])
        expect(await seen(value)).toMatchObject({ code: 'FIELD_MALFORMED', field });
    });

  if (fields.length > 0)
    it.each(fields)('with a %s that is too long, cannot be stored, or says nothing', async (field) => {
      const seen = async (value: string) => (await tried(name, { [field]: value })).data?.outcome;
      expect(await seen('字'.repeat(words[field]! + 1))).toMatchObject({ code: 'FIELD_TOO_LONG', field });
      for (const value of ['a\u0000b', 'a\ud83d'])
        expect(await seen(value)).toMatchObject({ code: 'FIELD_MALFORMED', field });
      for (const value of ['', ' \n\t']) expect(await seen(value)).toMatchObject({ code: 'FIELD_REQUIRED', field });
    });
});

/** Before anything is known, the names of an input's fields are. */
function namesOf(input: () => object): string[] {
  known ??= { order: '', interview: '', shutdown: '', acceptance: '', inspection: '', appeal: '' };
  return Object.keys(input());
}

describe('a time or a day', () => {
  it.each<[string, object, string, string]>([
    ['holdInterview', { heldAt: new Date(feb(20).getTime() + 1) }, 'INTERVIEW_IN_FUTURE', 'heldAt'],
    ['holdInterview', { heldAt: feb(13) }, 'INTERVIEW_BEFORE_CAUSE', 'heldAt'],
    ['setOrderDate', { dueOn: '2020-02-19' }, 'ORDER_DATE_PASSED', 'dueOn'],
    ['setOrderDate', { dueOn: '9999-01-01' }, 'ORDER_DATE_TOO_LATE', 'dueOn'],
    ['makeInspectionPlan', { day: '2020-02-19' }, 'PLAN_DAY_OUT_OF_RANGE', 'day'],
    ['makeInspectionPlan', { day: '2020-03-23' }, 'PLAN_DAY_OUT_OF_RANGE', 'day'],
    ['registerInspector', { townCode: '3302261' }, 'FIELD_MALFORMED', 'townCode'],
    ['applyForAcceptance', { townCode: '宁海' }, 'FIELD_MALFORMED', 'townCode'],
    ['declareConflict', { creditCode: '91330226MA2AABCD10' }, 'INSPECTOR_CREDIT_CODE_INVALID', 'creditCode'],
    ['decideAcceptance', { inspectionId: '42' }, 'FIELD_MALFORMED', 'inspectionId'],
    ['holdInterview', { attendees: [] }, 'FIELD_REQUIRED', 'attendees'],
    ['holdInterview', { attendees: ['甲', ''] }, 'FIELD_REQUIRED', 'attendees.1'],
    ['stateDefence', { waived: true }, 'FIELD_REQUIRED', 'text'],
  ])('%s %j is refused with %s', async (name, told, code, field) => {
    expect((await tried(name, told)).data?.outcome).toMatchObject({ code, field });
  });

  it.each([
    ['setOrderDate', { dueOn: '2020-02-30' }],
    ['setOrderDate', { dueOn: 'tomorrow' }],
    ['makeInspectionPlan', { day: '2020-02-14T00:00:00Z' }],
    ['holdInterview', { heldAt: '2020-02-14' }],
  ])('%s %j is none, as the graph does not know it', async (name, told) => {
    const { errors } = await tried(name, told);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

it('none of it is logged as a fault of ours', () => {
  expect(booted.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});
