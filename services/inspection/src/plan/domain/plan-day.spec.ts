import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawOf } from '../seeded-draw.ts';
import { shuffled } from './draw.ts';
import { formTeams } from './form-teams.ts';
import { planDay } from './plan-day.ts';
import { aPlanPolicy } from '../../../test/builders.ts';
import { weightOf, type OnDuty, type PlanInputs, type Visitable } from './plan.ts';
import { replanDay } from './replan-day.ts';
import { drawnByWeight } from './weighted-draw.ts';

const TOWNS = ['330226101', '330226102', '330226103'];

function aFirm(n: number, named: Partial<Visitable> = {}): Visitable {
  const creditCode = `firm-${String(n).padStart(5, '0')}`;
  return { creditCode, townCode: TOWNS[n % 3]!, colour: 'GREEN', daysSince: 10, failures: 0, lastBy: [], ...named };
}

function anInspector(n: number, named: Partial<OnDuty> = {}): OnDuty {
  return { sub: `inspector-${String(n).padStart(3, '0')}`, townCode: TOWNS[n % 3]!, conflicts: [], ...named };
}

const many = (count: number) => Array.from({ length: count }, (_, n) => n);
const inputs: PlanInputs = {
  firms: many(600).map((n) => aFirm(n, { colour: n % 50 === 0 ? 'RED' : n % 20 === 1 ? 'YELLOW' : 'GREEN' })),
  inspectors: many(24).map((n) => anInspector(n)),
  policy: aPlanPolicy(),
};
const membersOf = ({ teams }: ReturnType<typeof planDay>, team: number | null) =>
  team === null ? [] : teams[team]!.members;

describe('a draw', () => {
  it('is the same for the same seed, on any machine', () => {
    const draw = drawOf(20_200_214);
    expect(many(8).map(() => draw.below(1_000))).toEqual([433, 661, 361, 735, 360, 68, 880, 448]);
  });

  it('puts things in each order as often', () => {
    const counts = new Map<string, number>();
    const draw = drawOf(7);
    for (let i = 0; i < 6_000; i++) {
      const order = shuffled(['a', 'b', 'c'], draw).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // 5 degrees of freedom: beyond 20.5 once in a thousand seeds
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chiSquared).toBeLessThan(20.5);
  });

  it('by weight follows the weights', () => {
    const things = [1, 2, 3, 4, 10];
    const draw = drawOf(11);
    const counts = new Map<number, number>();
    for (let i = 0; i < 20_000; i++) {
      const [first] = drawnByWeight(things, (weight) => weight, 1, draw);
      counts.set(first!, (counts.get(first!) ?? 0) + 1);
    }
    const chiSquared = things.reduce(
      (sum, weight) => sum + ((counts.get(weight) ?? 0) - weight * 1_000) ** 2 / (weight * 1_000),
      0,
    );
    expect(chiSquared).toBeLessThan(18.5);
  });

  it('by weight gives each thing once, and no more than there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }),
        fc.nat(60),
        fc.nat(),
        (weights, count, seed) => {
          const things = weights.map((weight, i) => ({ weight, i }));
          const drawn = drawnByWeight(things, ({ weight }) => weight, count, drawOf(seed));
          expect(new Set(drawn).size).toBe(Math.min(count, things.length));
        },
      ),
    );
  });
});

describe('the teams of a day', () => {
  it('are pairs of a town; who is left over goes with a pair', () => {
    const teams = formTeams(
      many(7).map((n) => anInspector(n, { townCode: TOWNS[0]! })),
      drawOf(1),
    );
    expect(teams.map(({ members }) => members.length)).toEqual([2, 2, 3]);
    expect(new Set(teams.flatMap(({ members }) => members)).size).toBe(7);
  });

  it('are filled up by those of the whole county, who pair up otherwise', () => {
    const alone = anInspector(0);
    const county = many(3).map((n) => anInspector(10 + n, { townCode: null }));
    const teams = formTeams([alone, ...county], drawOf(1));
    expect(teams.map(({ townCode, members }) => [townCode, members.length])).toEqual([
      [alone.townCode, 2],
      [null, 2],
    ]);
  });

  it('never are one alone', () => {
    expect(formTeams([anInspector(0), anInspector(1)], drawOf(1))).toEqual([]);
  });
});

describe('the plan of a day', () => {
  const plan = planDay(inputs, drawOf(42));

  it('visits every red and yellow firm, and of the others a share of each town', () => {
    const planned = new Set(plan.visits.map(({ creditCode }) => creditCode));
    const lit = inputs.firms.filter(({ colour }) => colour !== 'GREEN');
    expect(lit.every(({ creditCode }) => planned.has(creditCode))).toBe(true);
    const drawn = plan.visits.filter(({ reason }) => reason === 'DRAWN');
    for (const town of TOWNS) {
      const others = inputs.firms.filter(({ townCode, colour }) => townCode === town && colour === 'GREEN').length;
      expect(drawn.filter(({ townCode }) => townCode === town).length).toBe(Math.ceil(others * 0.03));
    }
  });

  it('sends pairs of the own town, none of them more than one visit beyond another', () => {
    for (const { team, townCode } of plan.visits) expect(plan.teams[team!]!.townCode).toBe(townCode);
    for (const town of TOWNS) {
      const loads = plan.teams.flatMap((team, i) =>
        team.townCode === town ? [plan.visits.filter((visit) => visit.team === i).length] : [],
      );
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    }
  });

  it('is the same for the same seed, however the inputs are ordered, and another for another', () => {
    const turned = { ...inputs, firms: inputs.firms.toReversed(), inspectors: inputs.inspectors.toReversed() };
    expect(planDay(turned, drawOf(42))).toEqual(plan);
    expect(planDay(inputs, drawOf(43))).not.toEqual(plan);
  });

  it('sends nobody to a firm in which he has an interest, nor who was there last time while another can go', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const [one, other] = [aFirm(3, { colour: 'RED' }), aFirm(6, { colour: 'RED' })];
        const inspectors = many(6).map((n) => anInspector(n * 3, { conflicts: n < 2 ? [one.creditCode] : [] }));
        const visited = { ...other, lastBy: [inspectors[5]!.sub] };
        const drawn = planDay({ firms: [one, visited], inspectors, policy: aPlanPolicy() }, drawOf(seed));
        const [first, second] = [one, other].map(({ creditCode }) =>
          drawn.visits.find((visit) => visit.creditCode === creditCode)!,
        );
        const conflicted = inspectors.slice(0, 2).map(({ sub }) => sub);
        const isFree = (members: readonly string[]) => !conflicted.some((sub) => members.includes(sub));
        const free = drawn.teams.some(({ members }) => isFree(members));
        expect(isFree(membersOf(drawn, first!.team))).toBe(true);
        expect(first).toMatchObject(free ? { notPlannedBecause: null } : { team: null, notPlannedBecause: 'CONFLICT' });
        expect(first!.team === null).toBe(!free);
        expect(membersOf(drawn, second!.team)).not.toContain(inspectors[5]!.sub);
      }),
    );
  });

  it.each([
    ['NO_TEAM', [], []],
    ['CONFLICT', [aFirm(0).creditCode], many(2)],
  ] as const)('names a firm to which nobody can be sent: %s', (notPlannedBecause, conflicts, who) => {
    const inspectors = who.map((n) => anInspector(n * 3, { conflicts }));
    const { visits } = planDay({ firms: [aFirm(0, { colour: 'RED' })], inspectors, policy: aPlanPolicy() }, drawOf(1));
    expect(visits).toEqual([expect.objectContaining({ team: null, notPlannedBecause })]);
  });

  it('names red firms for which there is no time', () => {
    const policy = { ...aPlanPolicy(), visitsPerTeam: 1 };
    const firms = [aFirm(0, { colour: 'RED' }), aFirm(3, { colour: 'RED' })];
    const { visits } = planDay({ firms, inspectors: [anInspector(0), anInspector(3)], policy }, drawOf(1));
    expect(visits.map(({ notPlannedBecause }) => notPlannedBecause)).toEqual([null, 'FULL']);
  });

  it('draws by the days that a firm waited and what was found wrong', () => {
    const [fresh, long, bad, never] = [
      { daysSince: 0 },
      { daysSince: 30 },
      { daysSince: 0, failures: 3 },
      { daysSince: null },
    ];
    expect([fresh, long, bad, never].map((named) => weightOf(aFirm(0, named), aPlanPolicy()))).toEqual([1, 31, 4, 61]);
  });

  it('sends no inspector to one firm more often than chance does', () => {
    const red = {
      firms: [aFirm(0, { colour: 'RED' })],
      inspectors: many(8).map((n) => anInspector(n * 3)),
      policy: aPlanPolicy(),
    };
    const times = new Map<string, number>();
    for (const seed of many(800)) {
      const drawn = planDay(red, drawOf(seed));
      for (const sub of membersOf(drawn, drawn.visits[0]!.team)) times.set(sub, (times.get(sub) ?? 0) + 1);
    }
    // 200 each are to be expected, with a deviation of 12.2
    for (const count of times.values()) expect(Math.abs(count - 200)).toBeLessThan(5 * 12.2);
    expect(times.size).toBe(8);
  });
});

describe('a plan that somebody falls out of', () => {
  const plan = planDay(inputs, drawOf(42));
  const [ill] = plan.teams[0]!.members;
  const done = plan.visits
    .filter(({ team }) => team === 0)
    .slice(0, 1)
    .map(({ creditCode }) => creditCode);
  const after = replanDay(plan, inputs, { absent: [ill!], done, interests: [], lit: [] }, drawOf(43));

  it('keeps what is done, and every visit of the other teams', () => {
    for (const [i, visit] of plan.visits.entries())
      if (visit.team !== 0 || done.includes(visit.creditCode)) expect(after.visits[i]).toEqual(visit);
  });

  it('sends others of the town to the rest, and the partner goes along with one of them', () => {
    const rest = plan.visits.filter(({ team, creditCode }) => team === 0 && !done.includes(creditCode));
    for (const { creditCode } of rest) {
      const visit = after.visits.find((one) => one.creditCode === creditCode)!;
      expect([visit.team === 0, after.teams[visit.team!]!.townCode]).toEqual([false, plan.teams[0]!.townCode]);
    }
    const partner = plan.teams[0]!.members[1]!;
    expect(after.teams.filter(({ members }) => members.includes(partner)).map(({ members }) => members.length)).toEqual(
      [3],
    );
    expect(after.teams.flatMap(({ members }) => members)).not.toContain(ill);
  });
});

describe('a plan after inspectors declared an interest', () => {
  const plan = planDay(inputs, drawOf(42));
  const [ill] = plan.teams[0]!.members;
  const [sub] = plan.teams[3]!.members;
  const theirs = plan.visits.filter(({ team }) => team === 3).map(({ creditCode }) => creditCode);
  const [done, open] = theirs as [string, string];
  const interests = [{ sub: sub!, conflicts: theirs.slice(0, 2) }];
  const after = replanDay(plan, inputs, { absent: [ill!], done: [done], interests, lit: [] }, drawOf(43));
  const sentTo = (creditCode: string) =>
    membersOf(after, after.visits.find((visit) => visit.creditCode === creditCode)!.team);

  it('sends them there no more, but for what is done', () => {
    expect(sentTo(open)).not.toContain(sub);
    expect(sentTo(open)).not.toEqual([]);
    expect(sentTo(done)).toContain(sub);
    for (const creditCode of theirs.slice(2)) expect(sentTo(creditCode)).toContain(sub);
  });

  it('goes by the interests of now, not by those that the plan was made from', () => {
    const before = { ...inputs, inspectors: inputs.inspectors.map((one) => ({ ...one, conflicts: theirs })) };
    expect(replanDay(plan, before, { absent: [ill!], done: [done], interests, lit: [] }, drawOf(43))).toEqual(after);
  });
});

describe('a plan with little time that somebody falls out of', () => {
  const [town] = TOWNS;
  const firms = many(40).map((n) => aFirm(n, { townCode: town!, colour: n < 4 ? 'RED' : n < 8 ? 'YELLOW' : 'GREEN' }));
  const inspectors = many(6).map((n) => anInspector(n, { townCode: town! }));
  const tight: PlanInputs = { firms, inspectors, policy: { ...aPlanPolicy(), share: 100, visitsPerTeam: 5 } };
  const plan = planDay(tight, drawOf(1));
  const reasons = ({ visits }: typeof plan) =>
    Object.fromEntries(
      (['RED', 'YELLOW', 'DRAWN'] as const).map((reason) => [
        reason,
        visits.filter((visit) => visit.reason === reason && visit.team !== null).length,
      ]),
    );

  it('has the partners of two who are absent go on together, in one of their teams', () => {
    const absent = [plan.teams[0]!.members[0]!, plan.teams[1]!.members[0]!];
    const partners = [plan.teams[0]!.members[1]!, plan.teams[1]!.members[1]!];
    const after = replanDay(plan, tight, { absent, done: [], interests: [], lit: [] }, drawOf(2));
    expect(after.teams).toEqual([
      { townCode: town, members: partners },
      { townCode: town, members: [] },
      plan.teams[2],
    ]);
    expect([reasons(plan), reasons(after)]).toEqual([
      { RED: 4, YELLOW: 4, DRAWN: 7 },
      { RED: 4, YELLOW: 4, DRAWN: 2 },
    ]);
  });

  it('gives up drawn firms for red and yellow ones, but none that was visited', () => {
    const done = plan.visits.filter(({ team }) => team === 2).map(({ creditCode }) => creditCode);
    const absent = [...plan.teams[0]!.members];
    const after = replanDay(plan, tight, { absent, done, interests: [], lit: [] }, drawOf(2));
    const urgent = plan.visits.filter(({ reason, team }) => reason !== 'DRAWN' && team !== 2).length;
    expect(reasons(after)).toEqual({ RED: 4, YELLOW: 4, DRAWN: 10 - 8 });
    expect(after.visits.filter(({ team }) => team === 1)).toHaveLength(5);
    expect(urgent).toBeLessThanOrEqual(5);
    for (const visit of plan.visits.filter(({ team }) => team === 2)) expect(after.visits).toContainEqual(visit);
    const given = after.visits.filter(({ team }) => team === null);
    expect(given.map(({ notPlannedBecause, reason }) => `${reason} ${notPlannedBecause}`)).toEqual(
      given.map(() => 'DRAWN FULL'),
    );
  });

  it('leaves a red firm unplanned only where every visit left is as urgent', () => {
    const absent = plan.teams.slice(0, 2).flatMap(({ members }) => members);
    const after = replanDay(plan, tight, { absent, done: [], interests: [], lit: [] }, drawOf(2));
    expect(reasons(after).DRAWN).toBe(0);
    expect(after.visits.filter(({ team }) => team === 2)).toHaveLength(5);
  });
});

describe('a plan that was made ahead, drawn again', () => {
  const reasonIn = ({ visits }: typeof plan, { creditCode }: Visitable) =>
    visits.find((visit) => visit.creditCode === creditCode);
  const plan = planDay(inputs, drawOf(42));
  const planned = new Map(plan.visits.map(({ creditCode, reason }) => [creditCode, reason]));
  const [left, also] = inputs.firms.filter(({ creditCode }) => !planned.has(creditCode));
  const [drawn] = inputs.firms.filter(({ creditCode }) => planned.get(creditCode) === 'DRAWN');
  const change = { absent: [], done: [], interests: [], lit: [] };

  it('has the firms that are red or yellow since, and keeps every other visit', () => {
    const lit = [
      { ...left!, colour: 'RED' },
      { ...also!, colour: 'YELLOW' },
    ] as const;
    const after = replanDay(plan, inputs, { ...change, lit }, drawOf(1));
    expect(lit.map((firm) => reasonIn(after, firm))).toEqual(
      lit.map(({ creditCode, townCode, colour: reason }) => {
        return { creditCode, townCode, reason, team: expect.any(Number), notPlannedBecause: null };
      }),
    );
    expect(after.visits.slice(0, plan.visits.length)).toEqual(plan.visits);
  });

  it('visits a drawn firm for the colour that it has by now, with the team that it had', () => {
    const after = replanDay(plan, inputs, { ...change, lit: [{ ...drawn!, colour: 'RED' }] }, drawOf(1));
    expect(after.visits).toEqual(
      plan.visits.map((visit) => (visit.creditCode === drawn!.creditCode ? { ...visit, reason: 'RED' } : visit)),
    );
  });

  it('gives up a drawn firm for a red one where every team is full, never one that is red by now', () => {
    const [town] = TOWNS;
    const firms = many(20).map((n) => aFirm(n, { townCode: town! }));
    const inspectors = many(2).map((n) => anInspector(n, { townCode: town! }));
    const tight: PlanInputs = { firms, inspectors, policy: { ...aPlanPolicy(), share: 100, visitsPerTeam: 3 } };
    const full = planDay(tight, drawOf(1));
    const [one, other, given] = full.visits.map(({ creditCode }) => creditCode);
    const newly = firms.find(({ creditCode }) => ![one, other, given].includes(creditCode))!;
    const lit = [...firms.filter(({ creditCode }) => [one, other].includes(creditCode)), newly];
    const after = replanDay(
      full,
      tight,
      { ...change, lit: lit.map((firm) => ({ ...firm, colour: 'RED' })) },
      drawOf(2),
    );
    expect(after.visits.map(({ creditCode, reason, team }) => [creditCode, reason, team])).toEqual([
      [one, 'RED', 0],
      [other, 'RED', 0],
      [given, 'DRAWN', null],
      [newly.creditCode, 'RED', 0],
    ]);
  });

  it('touches nothing that is done, has all others that are red or yellow, and is the same in whatever order these are told', () => {
    const codes = inputs.firms.slice(0, 200);
    fc.assert(
      fc.property(fc.subarray(codes), fc.subarray(codes), fc.nat(), (lit, visited, seed) => {
        const now = lit.map((firm, n): Visitable => ({ ...firm, colour: n % 2 === 0 ? 'RED' : 'YELLOW' }));
        const done = visited.map(({ creditCode }) => creditCode).filter((code) => planned.has(code));
        const after = replanDay(plan, inputs, { ...change, done, lit: now }, drawOf(seed));
        expect(replanDay(plan, inputs, { ...change, done, lit: now.toReversed() }, drawOf(seed))).toEqual(after);
        for (const visit of plan.visits.filter(({ creditCode }) => done.includes(creditCode)))
          expect(after.visits).toContainEqual(visit);
        for (const firm of now.filter(({ creditCode }) => !done.includes(creditCode)))
          expect(reasonIn(after, firm)?.reason).toBe(firm.colour);
      }),
    );
  });
});
