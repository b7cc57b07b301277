import { demoCreditCode } from './demo-credit-code.ts';
import { employeesBySize, firmSizes } from './demo-firm.ts';
import type { DemoFirm, FirmSize } from './demo-firm.ts';
import { drawName } from './names.ts';
import type { Named, Naming } from './names.ts';
import { drawWhole, pick, seededRandom, weightedPick } from './random.ts';
import type { Random } from './random.ts';
import { storyFirms } from './story-firms.ts';
import { towns } from './towns.ts';
import { trades } from './trades.ts';
import type { Trade } from './trades.ts';

/** How many firms of Ninghai went back to work in February 2020. */
export const COUNTY_FIRMS = 46_958;
const MOST_FIRMS = 1_000_000;

const EMPLOYEES_LEAN: Readonly<Record<FirmSize, number>> = { LARGE: 3, MEDIUM: 3, SMALL: 4, MICRO: 2 };
const SIZE_SHARES: Readonly<Record<FirmSize, number>> = { LARGE: 60, MEDIUM: 400, SMALL: 9000, MICRO: 37_498 };
const ROADS = [
  '振兴路',
  '工业路',
  '兴海路',
  '创业路',
  '滨溪路',
  '环城路',
  '科技路',
  '文峰路',
  '新园路',
  '平安路',
  '望海路',
  '古渡路',
];

const drawTown = weightedPick(towns, ({ weight }) => weight);
const drawSize = weightedPick(firmSizes, (size) => SIZE_SHARES[size]);
const drawTrade = Object.fromEntries(
  firmSizes.map((size, i) => [size, weightedPick(trades, ({ perMille }) => perMille[i]!)]),
) as Record<FirmSize, (random: Random) => Trade>;

export interface DemoFirmOptions {
  /** how many, story firms included */
  readonly count?: number;
  readonly seed?: number;
}

function drawUnusedName(random: Random, naming: Naming, used: Set<string>): Named {
  for (;;) {
    const named = drawName(random, naming);
    if (used.has(named.name)) continue;
    used.add(named.name);
    return named;
  }
}

function inventFirm(random: Random, serial: number, seed: number, used: Set<string>): DemoFirm {
  const size = drawSize(random);
  const trade = drawTrade[size](random);
  const town = drawTown(random);
  const { name, registration } = drawUnusedName(random, { trade, size, town }, used);
  return {
    creditCode: demoCreditCode(registration, serial, seed),
    name,
    townCode: town.code,
    industry: trade.industry,
    size,
    employees: drawWhole(random, employeesBySize[size], EMPLOYEES_LEAN[size]),
    address: `宁海县${town.name}${pick(random, ROADS)}${drawWhole(random, [1, 399])}号`,
  };
}

/**
 * Invented firms: first the story firms, always the same, then drawn ones. One seed gives the same firms in the same
 * order on every machine, and a smaller count gives the beginning of a larger one. Codes and names are unique.
 * Throws a RangeError for a count that is no whole number from 0 to 1,000,000.
 */
export function* demoFirms({ count = COUNTY_FIRMS, seed = 2020 }: DemoFirmOptions = {}): Generator<DemoFirm> {
  if (!Number.isInteger(count) || count < 0 || count > MOST_FIRMS) {
    throw new RangeError(`count must be a whole number from 0 to ${MOST_FIRMS}, not ${count}`);
  }
  const told = Object.values(storyFirms).slice(0, count);
  yield* told;
  const used = new Set(told.map(({ name }) => name));
  const random = seededRandom(seed);
  for (let serial = told.length; serial < count; serial++) yield inventFirm(random, serial, seed, used);
}

export { storyFirms };
export type { DemoFirm };
