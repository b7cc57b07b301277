/** The value below which a share of the sample lies, by nearest rank. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

/** Runs `work` so many times, so many at once. @returns how long each took, in ms, and all together, in s */
export async function timed(
  count: number,
  atOnce: number,
  work: (i: number) => Promise<unknown>,
): Promise<{ eachMs: number[]; allS: number }> {
  const eachMs: number[] = [];
  const begun = performance.now();
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < count; i = next++) {
      const from = performance.now();
      await work(i);
      eachMs.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { eachMs, allS: (performance.now() - begun) / 1000 };
}
