import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import { analyst, anInput, enrolled, filesOf, lightsOf, submitAs } from './asks.ts';
import { answers, feb, firstRules, ruleCodes } from './builders.ts';

const clock = fixedClock(feb(14));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(inspection, { clock });
});
afterAll(() => booted.stop());

const PUBLISH = `mutation ($input: PublishRulebookInput!) { publishRulebook(input: $input) {
  ... on Rulebook { version inForceFrom notApplicableAtMost redAtRun rules { code position area titleZh titleEn } }
  ... on RulebookRejection { code field message } } }`;

const commander: Asker = { sub: 'commander-1', roles: ['COMMANDER'] };
const twelve = ruleCodes.map((code) => ({ code, area: 'PRODUCTION', titleZh: `规则${code}`, titleEn: code }));
const windows = { code: 'WINDOWS_OPENED', area: 'LIVING', titleZh: '宿舍每日开窗', titleEn: 'Dormitories are aired' };

function anAsk(told: object = {}) {
  return { inForceFrom: '2020-02-16', notApplicableAtMost: 3, redAtRun: 2, rules: twelve, ...told };
}

async function published(told: object = {}, asker: Asker = commander) {
  const { data, errors } = await booted.ask<{ publishRulebook: Record<string, unknown> }>(
    PUBLISH,
    { input: anAsk(told) },
    asker,
  );
  return data?.publishRulebook ?? errors!.map(({ extensions }) => extensions.code);
}

describe('publishing a rulebook', () => {
  it.each<[string, object, string, string]>([
    ['that begins yesterday', { inForceFrom: '2020-02-13' }, 'RULEBOOK_NOT_IN_FUTURE', 'inForceFrom'],
    ['that begins today', { inForceFrom: '2020-02-14' }, 'RULEBOOK_NOT_IN_FUTURE', 'inForceFrom'],
    ['of eleven rules', { rules: twelve.slice(1) }, 'RULEBOOK_RULES_NOT_TWELVE', 'rules'],
    ['of thirteen rules', { rules: [...twelve, windows] }, 'RULEBOOK_RULES_NOT_TWELVE', 'rules'],
    ['with a rule twice', { rules: [...twelve.slice(1), twelve[1]] }, 'RULEBOOK_RULE_REPEATED', 'rules.11.code'],
    ['with a code that is none', { rules: [{ ...windows, code: 'windows' }] }, 'FIELD_MALFORMED', 'rules.0.code'],
    ['without a Chinese text', { rules: [{ ...windows, titleZh: ' ' }] }, 'FIELD_REQUIRED', 'rules.0.titleZh'],
    ['without an English text', { rules: [{ ...windows, titleEn: '' }] }, 'FIELD_REQUIRED', 'rules.0.titleEn'],
    ['with red at none', { redAtRun: 0 }, 'FIELD_MALFORMED', 'redAtRun'],
    ['with 13 not applicable', { notApplicableAtMost: 13 }, 'FIELD_MALFORMED', 'notApplicableAtMost'],
  ])('%s is refused', async (_, told, code, field) => {
    expect(await published(told)).toEqual({ code, field, message: expect.any(String) });
  });

  it.each(['OPERATOR', 'ANALYST', 'INSPECTOR', 'FIRM', 'DEPARTMENT', 'AUDITOR'])('is not for %s', async (role) => {
    expect(await published({}, { roles: [role], firm: 'x' })).toEqual(['FORBIDDEN']);
  });

  it('gives the next version, once by twenty at once; results keep the rules of their day, and a streak runs on', async () => {
    const firm = await enrolled(booted);
    await submitAs(booted, anInput(firm, { performedAt: feb(13), results: firstRules(1, 'UNMET') }));
    const rules = [...twelve.slice(1), windows];
    const all = await Promise.all(
      Array.from({ length: 20 }, () => published({ rules }, { sub: 'admin-1', roles: ['ADMIN'] })),
    );
    const outcomes = all.map((one) => (one as { code?: string }).code ?? 'WON');
    expect(outcomes.toSorted()).toEqual([...Array<string>(19).fill('RULEBOOK_NOT_AFTER_LAST'), 'WON']);
    expect(all.find((one) => !(one as { code?: string }).code)).toEqual({
      version: 2,
      ...anAsk({ rules: rules.map((rule, i) => ({ ...rule, position: i + 1 })) }),
    });
    clock.set(feb(18));
    const newAnswers = rules.map(({ code }, i) => ({
      rule: code,
      result: i === 0 ? 'UNMET' : 'MET',
      note: i === 0 ? '未戴' : null,
    }));
    const late = await submitAs(booted, anInput(firm, { performedAt: feb(15), results: newAnswers }));
    expect(late.data?.submitInspection['code']).toBe('INSPECTION_RULE_UNKNOWN');
    const old = await submitAs(booted, anInput(firm, { performedAt: feb(16), results: answers() }));
    expect(old.data?.submitInspection['code']).toBe('INSPECTION_RULE_UNKNOWN');
    const judged = await submitAs(booted, anInput(firm, { performedAt: feb(16), results: newAnswers }));
    expect(judged.data?.submitInspection).toMatchObject({ passed: false, light: { colour: 'RED', run: 2 } });
    expect([await lightsOf(booted, firm), (await filesOf(booted, [firm], analyst))[0]?.light?.condition]).toEqual([
      'Y R',
      'INTERVIEW_DUE',
    ]);
    const events = await booted.schema.db.source.query<{ data: object }[]>(
      `select event->'data' as data from event_log where aggregate_type = 'rulebook'`,
    );
    expect(events).toEqual([
      {
        data: {
          rulebookVersion: 2,
          inForceFrom: '2020-02-16',
          rules: rules.map(({ code }) => code),
          publishedBy: 'admin-1',
          publishedAt: feb(14).toISOString(),
        },
      },
    ]);
  });
});
