import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import {
  analyst,
  anInput,
  enrolAs,
  enrolled,
  filesOf,
  inspector,
  newCreditCode,
  registered,
  submitAs,
} from './asks.ts';
import { answers, feb, firstRules } from './builders.ts';
import { commander, decideAs, firmOf, processOf, said, toldOf, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(20));
let booted: Booted;
let firm: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  await registered(booted, 'commander-1', 'analyst-7');
});
beforeEach(async () => {
  clock.set(feb(20));
  firm = await enrolled(booted);
});
afterAll(() => booted.stop());

async function deliver(day: number, results: unknown, told: object = {}): Promise<string> {
  const input = anInput(firm, { performedAt: feb(day), results, ...told });
  expect((await submitAs(booted, input)).data?.submitInspection).toMatchObject({ id: input.id });
  return input.id;
}

const refusal = (answer: Record<string, unknown>) => [answer['code'], answer['field']];
const nobody = '00000000-0000-7000-8000-ffffffffffff';

describe('a rectification order', () => {
  const [masks, canteen] = [{ MASKS_WORN: 'UNMET' }, { CANTEEN_IN_SHIFTS: 'UNMET' }] as const;

  it('lists what is unmet, is met in part, then fulfilled by one inspection that met all, whenever the results come', async () => {
    const first = await deliver(11, answers({ ...masks, ...canteen }));
    await deliver(13, answers(masks));
    const part = await processOf(booted, firm);
    expect(part.orders.nodes.at(-1)).toMatchObject({
      inspection: { id: first },
      status: 'OPEN',
      dueAt: '2020-02-21T15:59:59.999Z',
      findings: [
        { open: true, rule: { code: 'MASKS_WORN' } },
        { open: false, rule: { code: 'CANTEEN_IN_SHIFTS' } },
      ],
    });
    const late = await deliver(12, answers(canteen));
    const [newest, , inPart] = (await processOf(booted, firm)).orders.nodes;
    expect(inPart).toMatchObject({ status: 'OPEN', findings: [{ open: true }, { open: false }] });
    expect(newest).toMatchObject({ inspection: { id: late }, status: 'FULFILLED' });
    expect((await toldOf(booted, firm)).slice(-2)).toEqual(['order.fulfilled', 'interview.summoned']);
    const last = await deliver(14, answers());
    const { nodes } = (await processOf(booted, firm)).orders;
    expect(nodes.map(({ status }) => status)).toEqual(Array(3).fill('FULFILLED'));
    expect(nodes.at(-1)).toMatchObject({ late: false, findings: [{ metBy: { id: last } }, { open: false }] });
    expect((await toldOf(booted, firm)).filter((type) => type !== 'interview.summoned')).toEqual([
      ...Array<string>(3).fill('order.issued'),
      ...Array<string>(3).fill('order.fulfilled'),
    ]);
  });

  it('is issued for too many rules that were not applicable, and says so', async () => {
    await deliver(11, firstRules(4, 'NOT_APPLICABLE'));
    await deliver(12, firstRules(3, 'NOT_APPLICABLE'));
    expect((await processOf(booted, firm)).orders.nodes).toEqual([
      expect.objectContaining({
        status: 'FULFILLED',
        findings: [expect.objectContaining({ open: false, rule: null })],
      }),
    ]);
  });

  it('is open again when the inspection that fulfilled it is voided', async () => {
    await deliver(11, answers(masks));
    const mended = await deliver(12, answers());
    const [field, grounds] = ['inspectionId', '误检'];
    const { id } = await decideAs(booted, 'appealInspection', { [field]: mended, grounds }, firmOf(firm));
    await decideAs(booted, 'decideAppeal', { id, upheld: true, reason: '属实' }, commander);
    expect((await processOf(booted, firm)).orders.nodes).toEqual([expect.objectContaining({ status: 'OPEN' })]);
    expect((await toldOf(booted, firm)).at(-1)).toBe('order.reopened');
  });

  it('can be given another date, not one that has passed', async () => {
    await deliver(11, answers(masks));
    const [order] = (await processOf(booted, firm)).orders.nodes;
    const give = (dueOn: string) => decideAs(booted, 'setOrderDate', { id: order!.id, dueOn }, inspector);
    expect(refusal(await give('2020-02-19'))).toEqual(['ORDER_DATE_PASSED', 'dueOn']);
    expect(await give('2020-02-20')).toMatchObject({ dueAt: '2020-02-20T15:59:59.999Z' });
    await deliver(12, answers());
    expect(refusal(await give('2020-02-25'))).toEqual(['ORDER_NOT_OPEN', 'id']);
  });
});

describe('an interview', () => {
  it('is refused with the field named: no such one, in the future, before its cause, without words', async () => {
    for (const day of [11, 12, 13]) await deliver(day, firstRules(1, 'UNMET'));
    const { id: interviewId } = (await processOf(booted, firm)).interviews.nodes[0]!;
    const hold = async (told: object) =>
      refusal(await decideAs(booted, 'holdInterview', { interviewId, ...said, ...told }, inspector));
    expect([
      await hold({ interviewId: nobody }),
      await hold({ heldAt: new Date(feb(20).getTime() + 1) }),
      await hold({ heldAt: feb(13) }),
      await hold({ attendees: [] }),
      await hold({ minutes: ' ' }),
      await hold({ commitments: '长'.repeat(4_001) }),
    ]).toEqual([
      ['INTERVIEW_NOT_FOUND', 'interviewId'],
      ['INTERVIEW_IN_FUTURE', 'heldAt'],
      ['INTERVIEW_BEFORE_CAUSE', 'heldAt'],
      ['FIELD_REQUIRED', 'attendees'],
      ['FIELD_REQUIRED', 'minutes'],
      ['FIELD_TOO_LONG', 'commitments'],
    ]);
  });
});

describe('an acceptance', () => {
  const apply = (creditCode: string, kind: string, asker: Asker = firmOf(creditCode), more: object = {}) =>
    decideAs(booted, 'applyForAcceptance', { creditCode, kind, ...more }, asker);
  const decide = (input: object, asker = commander) => decideAs(booted, 'decideAcceptance', { ...input }, asker);

  it('enrols a firm at its first resumption: it is inspected on site before, and enrolled for good after', async () => {
    firm = newCreditCode();
    expect((await filesOf(booted, [firm]))[0]?.enrolledAt).toBeNull();
    const applied = await apply(firm, 'FIRST', firmOf(firm), { townCode: '330226110' });
    expect(applied).toMatchObject({ kind: 'FIRST', status: 'OPEN' });
    expect(await processOf(booted, firm)).toMatchObject({ enrolledProvisionally: true, light: null });
    clock.set(feb(21, 12));
    const onSite = await deliver(21, answers());
    expect(await decide({ id: applied['id'], approved: true, inspectionId: onSite })).toMatchObject({
      status: 'APPROVED',
      inspection: { id: onSite },
    });
    expect(await processOf(booted, firm)).toMatchObject({ enrolledProvisionally: false, light: { colour: 'GREEN' } });
    const confirmed: { data: object }[] = await booted.schema.db.source.query(
      `select event->'data' as data from event_log where event->>'type' = 'inspection.enrolment.confirmed.v1'
       and event->'data'->>'firmCreditCode' = $1`,
      [firm],
    );
    expect(confirmed).toEqual([{ data: expect.objectContaining({ confirmedBy: 'commander-1' }) as unknown }]);
    expect(refusal(await apply(firm, 'FIRST'))).toEqual(['ACCEPTANCE_FIRM_ENROLLED', 'kind']);
  });

  it('that was refused leaves the firm provisional; it may apply again, and no analyst enrols it instead', async () => {
    firm = newCreditCode();
    const { id } = await apply(firm, 'FIRST', analyst);
    expect(refusal(await decide({ id, approved: false }))).toEqual(['FIELD_REQUIRED', 'reason']);
    expect(await decide({ id, approved: false, reason: '未设隔离室' })).toMatchObject({ status: 'REFUSED' });
    expect(await processOf(booted, firm)).toMatchObject({ enrolledProvisionally: true });
    expect(await apply(firm, 'FIRST')).toMatchObject({ status: 'OPEN' });
    expect((await enrolAs(booted, { creditCode: firm })).data?.enrolFirm).toMatchObject({
      ...{ code: 'ENROLMENT_AWAITS_ACCEPTANCE', field: 'creditCode' },
    });
    expect(await processOf(booted, firm)).toMatchObject({ enrolledProvisionally: true });
  });

  it('is applied for by the firm itself or an analyst, when there is something to accept', async () => {
    expect([
      refusal(await apply(firm, 'RESUMPTION')),
      refusal(await apply(firm, 'FIRST')),
      refusal(await apply(firm, 'RESUMPTION', firmOf(newCreditCode()))),
      refusal(await apply('91330226MA2AABCD10', 'FIRST', analyst)),
    ]).toEqual([
      ['ACCEPTANCE_NOT_SHUT_DOWN', 'kind'],
      ['ACCEPTANCE_FIRM_ENROLLED', 'kind'],
      ['ACCEPTANCE_OF_OTHER_FIRM', 'creditCode'],
      ['ACCEPTANCE_CREDIT_CODE_INVALID', 'creditCode'],
    ]);
  });

  it('is approved after an inspection on site with all rules met, by somebody who did not make it', async () => {
    const other = await deliver(11, answers());
    firm = newCreditCode();
    const { id } = await apply(firm, 'FIRST', { ...firmOf(firm), sub: 'both' });
    const [from, soon] = [feb(20), feb(20, 11)];
    clock.set(feb(20, 12));
    const mostly = await deliver(20, firstRules(1, 'NOT_APPLICABLE'), { performedAt: from });
    const colleagues = { performedAt: soon, inspectors: [commander.sub] };
    const own = await deliver(20, answers(), colleagues);
    const approve = async (inspectionId?: string, asker = commander) =>
      refusal(await decide({ id, approved: true, inspectionId }, asker));
    expect([
      await approve(),
      await approve(nobody),
      await approve(other),
      await approve(mostly),
      await approve(own),
      await approve(own, { ...commander, sub: 'both' }),
    ]).toEqual([
      ['FIELD_REQUIRED', 'inspectionId'],
      ['ACCEPTANCE_INSPECTION_NOT_FOUND', 'inspectionId'],
      ['ACCEPTANCE_INSPECTION_NOT_FOUND', 'inspectionId'],
      ['ACCEPTANCE_RULES_NOT_MET', 'inspectionId'],
      ['ACCEPTANCE_INSPECTED_BY_CALLER', 'inspectionId'],
      ['ACCEPTANCE_APPLIED_BY_CALLER', 'id'],
    ]);
    expect(await decide({ id, approved: true, inspectionId: own }, { ...commander, sub: 'commander-2' })).toMatchObject(
      { status: 'APPROVED' },
    );
    expect(refusal(await decide({ id, approved: false, reason: '晚了' }))).toEqual(['ACCEPTANCE_NOT_OPEN', 'id']);
  });

  it('is not refused by an inspector of it, though he names no inspection; by one of before it may be', async () => {
    firm = newCreditCode();
    const both: Asker = { sub: 'inspector-1', name: '甲', roles: ['INSPECTOR', 'COMMANDER'] };
    const refuse = (id: unknown) => decide({ id, approved: false, reason: '未设隔离室' }, both);
    const { id } = await apply(firm, 'FIRST');
    clock.set(feb(21));
    const onSite = await deliver(20, answers(), { performedAt: feb(20) });
    expect(refusal(await refuse(id))).toEqual(['ACCEPTANCE_INSPECTED_BY_CALLER', 'id']);
    await booted.schema.db.source.query('update inspection set voided_at = $2 where id = $1', [onSite, feb(21)]);
    expect(refusal(await refuse(id))).toEqual(['ACCEPTANCE_INSPECTED_BY_CALLER', 'id']);
    expect(await decide({ id, approved: false, reason: '未设隔离室' })).toMatchObject({ status: 'REFUSED' });
    expect(await refuse((await apply(firm, 'FIRST'))['id'])).toMatchObject({ status: 'REFUSED' });
  });

  it('does not rest on an inspection from before the application', async () => {
    firm = newCreditCode();
    await enrolAs(booted, { creditCode: firm, enrolledAt: feb(1) });
    for (const day of [11, 12, 13]) await deliver(day, firstRules(1, 'UNMET'));
    const { id: interviewId } = (await processOf(booted, firm)).interviews.nodes[0]!;
    await decideAs(booted, 'holdInterview', { interviewId, ...said, heldAt: feb(13, 18) }, inspector);
    await deliver(14, firstRules(1, 'UNMET'));
    const { id } = (await processOf(booted, firm)).shutdownOrders.nodes[0]!;
    await decideAs(booted, 'stateDefence', { id, waived: true }, firmOf(firm));
    await decideAs(booted, 'signShutdownOrder', { id, legalBasis: '依据' }, commander);
    const applied = await apply(firm, 'RESUMPTION');
    clock.set(feb(21));
    const early = await deliver(20, answers(), { performedAt: new Date(feb(20).getTime() - 1) });
    const late = await deliver(20, answers(), { performedAt: feb(20) });
    const approve = (inspectionId: string) => decide({ id: applied['id'], approved: true, inspectionId });
    expect(refusal(await approve(early))).toEqual(['ACCEPTANCE_INSPECTION_TOO_EARLY', 'inspectionId']);
    expect(await approve(late)).toMatchObject({ status: 'APPROVED' });
    expect((await processOf(booted, firm)).light).toMatchObject({ colour: 'GREEN', condition: 'NORMAL' });
  });
});

describe('an appeal', () => {
  const lodge = (inspectionId: string, asker: Asker = firmOf(firm)) =>
    decideAs(booted, 'appealInspection', { inspectionId, grounds: '不实' }, asker);

  it.each([
    [-1, 'LODGED'],
    [0, 'LODGED'],
    [1, 'APPEAL_TOO_LATE'],
  ])('is in time up to the very instant, seven days after the receipt: %i ms', async (ms, outcome) => {
    const id = await deliver(11, firstRules(1, 'UNMET'));
    clock.set(new Date(feb(27).getTime() + ms));
    const answer = await lodge(id);
    expect(answer['code'] ?? answer['status']).toBe(outcome);
  });

  it('is lodged by the firm that was inspected, once', async () => {
    const id = await deliver(11, firstRules(1, 'UNMET'));
    expect([
      refusal(await lodge(nobody)),
      refusal(await lodge(id, firmOf(newCreditCode()))),
      (await lodge(id))['status'],
      refusal(await lodge(id)),
    ]).toEqual([
      ['APPEAL_INSPECTION_NOT_FOUND', 'inspectionId'],
      ['APPEAL_INSPECTION_NOT_FOUND', 'inspectionId'],
      'LODGED',
      ['APPEAL_REPEATED', 'inspectionId'],
    ]);
  });

  it('is decided by nobody who lodged it or made the inspection, and once', async () => {
    const id = await deliver(11, firstRules(1, 'UNMET'), { inspectors: ['analyst-7'] });
    const { id: appealId } = await lodge(id, { ...firmOf(firm), sub: 'both' });
    const decide = (sub: string, roles: string[]) =>
      decideAs(booted, 'decideAppeal', { id: appealId, upheld: false, reason: '查无实据' }, { sub, roles });
    expect([
      refusal(await decide('both', ['FIRM', 'COMMANDER'])),
      refusal(await decide('analyst-7', ['ANALYST'])),
      refusal(await decide('inspector-1', ['INSPECTOR', 'COMMANDER'])),
      (await decide('analyst-2', ['ANALYST']))['status'],
      refusal(await decide('commander-1', ['COMMANDER'])),
    ]).toEqual([
      ['APPEAL_LODGED_BY_CALLER', 'id'],
      ['APPEAL_INSPECTED_BY_CALLER', 'id'],
      ['APPEAL_INSPECTED_BY_CALLER', 'id'],
      'DISMISSED',
      ['APPEAL_DECIDED', 'id'],
    ]);
    expect((await processOf(booted, firm)).light).toMatchObject({ colour: 'YELLOW' });
  });
});

describe('a document', () => {
  const PRINT = `query ($code: ID!) { rectificationOrders(filter: { creditCode: $code }) { nodes {
    number printable receipt { number acknowledgedAt acknowledgedBy } } } }`;
  interface Printed {
    rectificationOrders: { nodes: { number: string; printable: string; receipt: Record<string, unknown> }[] };
  }
  const print = async (asker = analyst) =>
    (await booted.ask<Printed>(PRINT, { code: firm }, asker)).data!.rectificationOrders.nodes;

  it('prints on A4 in Chinese, and is acknowledged once by whom it is addressed to', async () => {
    await deliver(11, answers({ MASKS_WORN: 'UNMET' }));
    const [order] = await print();
    for (const words of [
      '责令整改通知书',
      order!.number,
      firm,
      '全员佩戴口罩',
      '2020年2月11日 09时00分',
      '待整改',
      'size: A4',
    ])
      expect(order!.printable).toContain(words);
    expect(order!.receipt).toEqual({ number: order!.number, acknowledgedAt: null, acknowledgedBy: null });
    const receive = (asker: Asker) => decideAs(booted, 'acknowledgeDocument', { number: order!.number }, asker);
    expect(refusal(await receive(firmOf(newCreditCode())))).toEqual(['DOCUMENT_NOT_FOUND', 'number']);
    await receive(firmOf(firm));
    clock.advance(60_000);
    await receive(inspector);
    const [after] = await print(firmOf(firm));
    expect(after!.receipt).toMatchObject({
      acknowledgedAt: feb(20).toISOString(),
      acknowledgedBy: `firm-${firm}`,
    });
    expect(after!.printable).toContain('签收时间:2020年2月20日 09时00分');
    expect((await toldOf(booted, firm)).filter((type) => type.startsWith('document.'))).toEqual([
      'document.acknowledged',
    ]);
  });

  it('is seen by its own firm, its own town, and the roles of the whole county', async () => {
    await deliver(11, answers({ MASKS_WORN: 'UNMET' }));
    const department = (town: string): Asker => ({ sub: 'department-1', roles: ['DEPARTMENT'], town });
    expect([
      (await print(firmOf(firm))).length,
      (await print(firmOf(newCreditCode()))).length,
      (await print(department('330226110'))).length,
      (await print(department('330226101'))).length,
      (await print(commander)).length,
    ]).toEqual([1, 0, 1, 0, 1]);
    const [order] = (await processOf(booted, firm)).orders.nodes;
    const ONE = `query ($id: ID!) { rectificationOrder(id: $id) { id } }`;
    const one = async (asker: Asker) =>
      (await booted.ask<{ rectificationOrder: object | null }>(ONE, { id: order!.id }, asker)).data?.rectificationOrder;
    expect([await one(firmOf(firm)), await one(firmOf(newCreditCode())), await one(department('330226101'))]).toEqual([
      { id: order!.id },
      null,
      null,
    ]);
  });

  it('carries no words of people in its events', async () => {
    for (const day of [11, 12, 13]) await deliver(day, firstRules(1, 'UNMET'));
    const { id: interviewId } = (await processOf(booted, firm)).interviews.nodes[0]!;
    const words = { attendees: ['张三丰'], minutes: '张三丰到场', commitments: '张三丰承诺', heldAt: feb(13, 18) };
    await decideAs(booted, 'holdInterview', { interviewId, ...words }, inspector);
    await deliver(14, firstRules(1, 'UNMET'));
    const { id } = (await processOf(booted, firm)).shutdownOrders.nodes[0]!;
    await decideAs(booted, 'stateDefence', { id, text: '张三丰申辩' }, firmOf(firm));
    await decideAs(booted, 'refuseShutdownOrder', { id, reason: '张三丰已整改' }, commander);
    const rows: { found: boolean }[] = await booted.schema.db.source.query(
      `select event::text like '%张三丰%' as found from event_log where event->'data'->>'firmCreditCode' = $1`,
      [firm],
    );
    expect([rows.length > 8, rows.some(({ found }) => found)]).toEqual([true, false]);
    expect(JSON.stringify(booted.logged)).not.toContain('张三丰');
  });

  it('leaves to those named who may decide', async () => {
    const attempts: [string, string, object][] = [
      ['signShutdownOrder', 'SignShutdownOrderInput', { id: nobody, legalBasis: '依据' }],
      ['refuseShutdownOrder', 'RefuseShutdownOrderInput', { id: nobody, reason: '理由' }],
      ['decideAcceptance', 'DecideAcceptanceInput', { id: nobody, approved: false, reason: '理由' }],
      ['decideAppeal', 'DecideAppealInput', { id: nobody, upheld: true, reason: '理由' }],
      ['holdInterview', 'HoldInterviewInput', { interviewId: nobody, ...said }],
    ];
    for (const [name, type, input] of attempts) {
      const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
      for (const roles of [['FIRM'], ['AUDITOR'], ['DEPARTMENT'], ['ADMIN'], ['OPERATOR']]) {
        const answer = await booted.ask(mutation, { input }, { sub: 'somebody', roles });
        expect([name, roles, answer.errors?.[0]?.extensions.code]).toEqual([name, roles, 'FORBIDDEN']);
      }
    }
  });
});
