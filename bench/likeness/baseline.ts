import type { Group, Said } from './measures.ts';
import type { Labelled } from './reports.ts';

const WINDOW_MS = 72 * 3_600_000;
const DUPLICATE_MS = 14 * 86_400_000;
const FIRMS = 3;

type Vector = ReadonlyMap<string, number>;

function bigrams(text: string): Map<string, number> {
  const plain = [...text.replace(/[\s\p{P}]/gu, '')];
  const found = new Map<string, number>();
  for (const [i, second] of plain.slice(1).entries()) {
    const pair = plain[i]! + second;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** TF-IDF on character bigrams, the rarity counted over the whole file: more than it could know at the time. */
function vectors(reports: readonly Labelled[]): Vector[] {
  const counted = reports.map(({ text }) => bigrams(text));
  const having = new Map<string, number>();
  for (const one of counted) for (const pair of one.keys()) having.set(pair, (having.get(pair) ?? 0) + 1);
  return counted.map((one) => {
    const weighed = [...one].map(
      ([pair, times]) => [pair, times * Math.log((reports.length + 1) / (having.get(pair)! + 1))] as const,
    );
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    return new Map(weighed.map(([pair, weight]) => [pair, weight / length]));
  });
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [pair, weight] of a) sum += weight * (b.get(pair) ?? 0);
  return sum;
}

/** The nearest of those before it that `may` be compared, if over the threshold. */
function nearest(all: readonly Vector[], i: number, over: number, may: (j: number) => boolean): number | null {
  let [best, most] = [null as number | null, over];
  for (let j = 0; j < i; j++) {
    const likeness = may(j) ? cosine(all[i]!, all[j]!) : 0;
    if (likeness >= most) [best, most] = [j, likeness];
  }
  return best;
}

/** Each report goes where its nearest neighbour is; three firms make a proposal. */
export function baseline(
  reports: readonly Labelled[],
  over: { readonly common: number; readonly duplicate: number },
): Said {
  const all = vectors(reports);
  const at = reports.map(({ receivedAt }) => Date.parse(receivedAt));
  const chains: { members: number[]; proposedAt: number | null }[] = [];
  const chainOf = new Map<number, (typeof chains)[number]>();
  const duplicates = new Map<string, string>();
  for (const [i, { id, firmName }] of reports.entries()) {
    const near = nearest(all, i, over.common, (j) => at[i]! - at[j]! <= WINDOW_MS);
    const chain = near === null ? { members: [], proposedAt: null } : chainOf.get(near)!;
    if (near === null) chains.push(chain);
    chain.members.push(i);
    chainOf.set(i, chain);
    if (new Set(chain.members.map((j) => reports[j]!.firmName)).size >= FIRMS) chain.proposedAt ??= at[i]!;
    const again = nearest(
      all,
      i,
      over.duplicate,
      (j) => reports[j]!.firmName === firmName && at[i]! - at[j]! <= DUPLICATE_MS,
    );
    if (again !== null) duplicates.set(id, reports[again]!.id);
  }
  const groups = chains.flatMap(({ members, proposedAt }): Group[] =>
    proposedAt === null ? [] : [{ members: members.map((i) => reports[i]!.id), proposedAt }],
  );
  return { groups, duplicates };
}
