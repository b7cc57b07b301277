import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sortedRuns } from './sorted-runs.ts';

const dir = mkdtempSync(join(tmpdir(), 'qft-runs-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('places', () => {
  it('come in order of time, those of the same moment as they stand, however many runs they were sorted in', async () => {
    const histories = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 20 }), async (times, inRun) => {
        const places = times.map((at, i) => ({ at, from: i * 10, length: 10, number: i + 1 }));
        const file = await open(join(dir, 'places'), 'w+');
        const runs = sortedRuns(file, inRun);
        for (const place of places) await runs.add(place);
        const came = await Array.fromAsync(runs.inOrder());
        await file.close();
        expect(came).toEqual(places.toSorted((a, b) => a.at - b.at));
      }),
    );
  });
});
