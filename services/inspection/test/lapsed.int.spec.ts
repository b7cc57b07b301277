import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { GroundlessApprovals } from '../src/acceptance/groundless-approvals.service.ts';
import { InspectionService } from '../src/inspection/inspection.service.ts';
import { LightRebuild } from '../src/light/light-rebuild.service.ts';
import { anInput, enrolled, inspector, newCreditCode, submitAs } from './asks.ts';
import { feb, firstRules } from './builders.ts';
import { commander, decideAs, firmOf, processOf, said, toldOf, validOf, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(10));
let booted: Booted;
let firm: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
beforeEach(() => clock.set(feb(20)));
afterAll(() => booted.stop());

async function deliver(performedAt: Date, unmet: number): Promise<string> {
  const input = anInput(firm, { performedAt, results: firstRules(unmet, 'UNMET') });
  expect((await submitAs(booted, input)).data?.submitInspection).toMatchObject({ id: input.id });
  return input.id;
}

/** Applied for on the 20th, inspected on the 21st and approved on the 22nd. @returns the inspection on site */
async function accepted(kind: string): Promise<string> {
  const applied = await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind }, firmOf(firm));
  clock.set(feb(22));
  const inspectionId = await deliver(feb(21), 0);
  const ruling = { id: applied['id'], approved: true, inspectionId };
  expect(await decideAs(booted, 'decideAcceptance', ruling, commander)).toMatchObject({ status: 'APPROVED' });
  return inspectionId;
}

/** @returns the draft */
async function drafted(): Promise<string> {
  for (const day of [11, 12, 13]) await deliver(feb(day), 1);
  const [interview] = (await processOf(booted, firm)).interviews.nodes;
  await decideAs(booted, 'holdInterview', { interviewId: interview!.id, ...said, heldAt: feb(13, 18) }, inspector);
  await deliver(feb(14), 1);
  return (await processOf(booted, firm)).shutdownOrders.nodes[0]!.id;
}

async function shut(): Promise<void> {
  const id = await drafted();
  await decideAs(booted, 'stateDefence', { id, waived: true }, firmOf(firm));
  await decideAs(booted, 'signShutdownOrder', { id, legalBasis: '依据' }, commander);
}

async function shutAndAccepted(): Promise<string> {
  firm = await enrolled(booted);
  await shut();
  return accepted('RESUMPTION');
}

async function upheld(inspectionId: string): Promise<void> {
  const appeal = { inspectionId, grounds: '检查时车间未开工' };
  const { id } = await decideAs(booted, 'appealInspection', appeal, firmOf(firm));
  const ruling = { id, upheld: true, reason: '属实' };
  expect(await decideAs(booted, 'decideAppeal', ruling, commander)).toMatchObject({ status: 'UPHELD' });
}

function restored(inspectionId: string) {
  return booted.service.db.transaction(async (tx) =>
    booted.service.app.get(InspectionService).restore(tx, inspectionId, await tx.now()),
  );
}

const acceptancesOf = async () => (await processOf(booted, firm)).acceptances.nodes.map(({ status }) => status);

describe('an approval that an earlier release let stand though its inspection on site was voided', () => {
  const run = (mend: boolean) => booted.service.app.get(GroundlessApprovals).run({ mend });
  const standing = async (kind: 'FIRST' | 'RESUMPTION') => {
    if (kind === 'FIRST') firm = newCreditCode();
    const onSite = await (kind === 'FIRST' ? accepted('FIRST') : shutAndAccepted());
    await booted.schema.db.source.query('update inspection set voided_at = $2 where id = $1', [onSite, feb(22)]);
    // that release folded the light without the inspection, and with the approval
    await booted.service.app.get(LightRebuild).run({ mend: true });
    return firm;
  };

  it('is found, and lapses once with its event and what follows for the light, however many mend at once', async () => {
    const shut = await standing('RESUMPTION');
    clock.set(feb(20));
    const first = await standing('FIRST');
    expect(await run(false)).toBe(2);
    expect(await acceptancesOf()).toEqual(['APPROVED']);
    await Promise.all([run(true), run(true), run(true)]);
    expect(await processOf(booted, shut)).toMatchObject({
      light: { colour: 'RED', condition: 'SHUT_DOWN' },
      acceptances: { nodes: [{ status: 'LAPSED' }] },
      shutdownOrders: { nodes: [{ status: 'IN_FORCE', acceptance: null }] },
    });
    expect(await processOf(booted, first)).toMatchObject({
      enrolledProvisionally: true,
      acceptances: { nodes: [{ status: 'LAPSED' }] },
    });
    for (const one of [shut, first])
      expect((await toldOf(booted, one)).filter((type) => type === 'acceptance.lapsed')).toHaveLength(1);
    expect([await run(false), await run(true)]).toEqual([0, 0]);
    expect((await booted.service.app.get(LightRebuild).run({ mend: false })).differing).toEqual([]);
  });
});

describe('an approval at first resumption of a firm that was shut down meanwhile', () => {
  it('enrols it and lifts the shutdown; both fall with the inspection on site, and hold again with it', async () => {
    firm = newCreditCode();
    clock.set(feb(10));
    const first = { creditCode: firm, kind: 'FIRST' };
    const { id } = await decideAs(booted, 'applyForAcceptance', first, firmOf(firm));
    clock.set(feb(20));
    await shut();
    clock.set(feb(22));
    const inspectionId = await deliver(feb(21), 0);
    expect(await decideAs(booted, 'decideAcceptance', { id, approved: true, inspectionId }, commander)).toMatchObject({
      status: 'APPROVED',
    });
    const lifted = {
      enrolledProvisionally: false,
      light: { colour: 'GREEN', run: 0, condition: 'NORMAL' },
      shutdownOrders: { nodes: [{ status: 'LIFTED', acceptance: { id } }] },
    };
    expect(await processOf(booted, firm)).toMatchObject(lifted);
    expect((await toldOf(booted, firm)).slice(-2)).toEqual(['acceptance.approved', 'shutdown.lifted']);
    expect((await booted.service.app.get(LightRebuild).run({ mend: false })).differing).toEqual([]);
    await upheld(inspectionId);
    expect(await processOf(booted, firm)).toMatchObject({
      enrolledProvisionally: true,
      light: { colour: 'RED', condition: 'SHUT_DOWN' },
      shutdownOrders: { nodes: [{ status: 'IN_FORCE', acceptance: null }] },
    });
    await restored(inspectionId);
    expect(await processOf(booted, firm)).toMatchObject(lifted);
  });
});

describe('an approval whose shutdown order is withdrawn since', () => {
  it('stays, for what it rests on stands, and says on paper that there is nothing to lift', async () => {
    await shutAndAccepted();
    const { id } = (await processOf(booted, firm)).acceptances.nodes[0]!;
    const page = async () => {
      const document = 'query ($id: ID!) { acceptance(id: $id) { status printable shutdownOrder { status } } }';
      const { data } = await booted.ask<{ acceptance: Record<string, unknown> }>(document, { id }, commander);
      return data!.acceptance;
    };
    expect(await page()).toEqual({
      ...{ status: 'APPROVED', shutdownOrder: { status: 'LIFTED' } },
      printable: expect.stringContaining('同意复工') as unknown,
    });
    const [, second] = await booted.schema.db.source.query<{ id: string }[]>(
      'select id from inspection where credit_code = $1 order by performed_at',
      [firm],
    );
    await upheld(second!.id);
    expect(await page()).toEqual({
      ...{ status: 'APPROVED', shutdownOrder: { status: 'WITHDRAWN' } },
      printable: expect.stringMatching(/验收合格。原停工停产通知书已于 2020年2月22日 09时00分 撤回,无须解除/u),
    });
    expect((await page())['printable']).not.toContain('同意复工');
    // without the second the third failure is another one, and its interview is still due
    expect((await processOf(booted, firm)).light).toMatchObject({ colour: 'RED', condition: 'INTERVIEW_DUE' });
    await restored(second!.id);
    expect(await page()).toMatchObject({ printable: expect.stringContaining('同意复工') });
  });
});

describe('an approval after which a shutdown was drafted otherwise than was known', () => {
  it('stays, and so does the green light, when the shutdown that it lifted is voided and an older failure takes its place', async () => {
    firm = await enrolled(booted);
    await shut();
    await deliver(feb(15), 1);
    const onSite = await accepted('RESUMPTION');
    const green = { colour: 'GREEN', run: 0, condition: 'NORMAL' };
    expect((await processOf(booted, firm)).light).toEqual(green);
    const [failed] = await booted.schema.db.source.query<{ id: string }[]>(
      'select id from inspection where credit_code = $1 and performed_at = $2',
      [firm, feb(14)],
    );
    await upheld(failed!.id);
    const after = await processOf(booted, firm);
    expect(after.light).toEqual(green);
    expect([await acceptancesOf(), after.shutdownOrders.nodes.map(({ status }) => status)]).toEqual([
      ['APPROVED'],
      ['WITHDRAWN'],
    ]);
    expect((await booted.service.app.get(LightRebuild).run({ mend: false })).differing).toEqual([]);
    await upheld(onSite);
    const fallen = await processOf(booted, firm);
    expect(fallen.light).toMatchObject({ colour: 'RED', condition: 'SHUTDOWN_DRAFTED' });
    expect(fallen.shutdownOrders.nodes.map(({ status }) => status)).toEqual(['DRAFTED', 'WITHDRAWN']);
    await restored(onSite);
    expect((await processOf(booted, firm)).light).toEqual(green);
    expect(await validOf(booted, firm)).toEqual(['interview HELD']);
  });

  it('at first resumption ends a draft: the firm is green, and the draft withdrawn', async () => {
    firm = newCreditCode();
    clock.set(feb(10));
    const first = { creditCode: firm, kind: 'FIRST' };
    const { id } = await decideAs(booted, 'applyForAcceptance', first, firmOf(firm));
    clock.set(feb(22));
    await drafted();
    const inspectionId = await deliver(feb(21), 0);
    await decideAs(booted, 'decideAcceptance', { id, approved: true, inspectionId }, commander);
    expect(await processOf(booted, firm)).toMatchObject({
      light: { colour: 'GREEN', run: 0, condition: 'NORMAL' },
      shutdownOrders: { nodes: [{ status: 'WITHDRAWN' }] },
    });
    expect((await toldOf(booted, firm)).slice(-2)).toEqual(['acceptance.approved', 'shutdown.withdrawn']);
    expect((await booted.service.app.get(LightRebuild).run({ mend: false })).differing).toEqual([]);
  });
});

describe('an application after whose inspection on site the firm failed another', () => {
  it('is approved with neither, and with the one that it passes then', async () => {
    firm = newCreditCode();
    const { id } = await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind: 'FIRST' }, firmOf(firm));
    clock.set(feb(23));
    const decideOn = (inspectionId: string) =>
      decideAs(booted, 'decideAcceptance', { id, approved: true, inspectionId }, commander);
    const passed = await deliver(feb(21), 0);
    const failed = await deliver(feb(22), 2);
    const no = (code: string) => ({ code, field: 'inspectionId' });
    expect(await decideOn(passed)).toMatchObject(no('ACCEPTANCE_INSPECTION_NOT_LAST'));
    expect(await decideOn(failed)).toMatchObject(no('ACCEPTANCE_RULES_NOT_MET'));
    expect(await decideOn(await deliver(feb(23), 0))).toMatchObject({ status: 'APPROVED' });
  });

  it('is approved when the other is voided', async () => {
    firm = newCreditCode();
    const { id } = await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind: 'FIRST' }, firmOf(firm));
    clock.set(feb(23));
    const inspectionId = await deliver(feb(21), 0);
    await upheld(await deliver(feb(22), 2));
    const ruling = { id, approved: true, inspectionId };
    expect(await decideAs(booted, 'decideAcceptance', ruling, commander)).toMatchObject({ status: 'APPROVED' });
  });
});

describe('an approval whose inspection on site is voided on appeal', () => {
  it('lapses: the shutdown is in force again under its number, and the firm applies anew', async () => {
    const onSite = await shutAndAccepted();
    const before = await processOf(booted, firm);
    expect(before.light).toMatchObject({ colour: 'GREEN', condition: 'NORMAL' });
    await upheld(onSite);
    const after = await processOf(booted, firm);
    expect(after.light).toMatchObject({ colour: 'RED', condition: 'SHUT_DOWN' });
    expect(after.acceptances.nodes.map(({ status }) => status)).toEqual(['LAPSED']);
    expect(after.shutdownOrders.nodes).toEqual([
      { ...before.shutdownOrders.nodes[0], status: 'IN_FORCE', acceptance: null },
    ]);
    const told = await toldOf(booted, firm);
    // the orders of before are open again too: what mended them counts no more
    expect(told.slice(told.indexOf('appeal.lodged')).filter((type) => type !== 'order.reopened')).toEqual([
      'appeal.lodged',
      'appeal.decided',
      'acceptance.lapsed',
      'shutdown.corrected',
    ]);
    const again = { creditCode: firm, kind: 'RESUMPTION' };
    expect(await decideAs(booted, 'applyForAcceptance', again, firmOf(firm))).toMatchObject({ status: 'OPEN' });
  });

  it('says on paper that it holds no more, by whom it was decided stays', async () => {
    await upheld(await shutAndAccepted());
    const { id } = (await processOf(booted, firm)).acceptances.nodes[0]!;
    const { data } = await booted.ask<{ acceptance: Record<string, unknown> }>(
      'query ($id: ID!) { acceptance(id: $id) { decidedByName decidedAt lapsedAt printable } }',
      { id },
      commander,
    );
    expect(data!.acceptance).toEqual({
      decidedByName: '指挥长甲',
      decidedAt: feb(22).toISOString(),
      lapsedAt: feb(22).toISOString(),
      printable: expect.stringContaining('验收意见失效'),
    });
    // what was decided, and why, is on the page
    const page = 'query ($id: ID!) { acceptance(id: $id) { printable } }';
    for (const roles of [['OPERATOR'], ['DEPARTMENT']]) {
      const { errors } = await booted.ask(page, { id }, { sub: 'somebody', roles });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  });

  it('holds again when that inspection counts after all, and what was applied for meanwhile is withdrawn', async () => {
    const onSite = await shutAndAccepted();
    const before = await processOf(booted, firm);
    await upheld(onSite);
    await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind: 'RESUMPTION' }, firmOf(firm));
    await restored(onSite);
    const after = await processOf(booted, firm);
    expect([after.light, after.shutdownOrders]).toEqual([before.light, before.shutdownOrders]);
    expect(await acceptancesOf()).toEqual(['WITHDRAWN', 'APPROVED']);
    expect(await validOf(booted, firm)).toEqual(['interview HELD', 'shutdown LIFTED']);
  });

  it('approved and voided at the same time, does not stand, whichever comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      clock.set(feb(20));
      firm = newCreditCode();
      const first = { creditCode: firm, kind: 'FIRST' };
      const { id } = await decideAs(booted, 'applyForAcceptance', first, firmOf(firm));
      clock.set(feb(22));
      const inspectionId = await deliver(feb(21), 0);
      await Promise.all([
        decideAs(booted, 'decideAcceptance', { id, approved: true, inspectionId }, commander),
        booted.service.db.transaction(async (tx) =>
          booted.service.app.get(InspectionService).void(tx, inspectionId, await tx.now()),
        ),
      ]);
      const [status] = await acceptancesOf();
      expect(['OPEN', 'LAPSED']).toContain(status);
      expect((await processOf(booted, firm)).enrolledProvisionally).toBe(true);
    }
  });

  it('at first resumption leaves the firm enrolled provisionally, as it was', async () => {
    firm = newCreditCode();
    const onSite = await accepted('FIRST');
    const enrolment = async () => (await processOf(booted, firm)).enrolledProvisionally;
    expect(await enrolment()).toBe(false);
    await upheld(onSite);
    expect([await enrolment(), await acceptancesOf()]).toEqual([true, ['LAPSED']]);
    await restored(onSite);
    expect([await enrolment(), await acceptancesOf()]).toEqual([false, ['APPROVED']]);
  });
});
