import type { FileHandle } from 'node:fs/promises';

/** Where a line stands and when its report was received: all of it that is kept while the lines are put in order. */
export interface Place {
  readonly at: number;
  readonly from: number;
  readonly length: number;
  readonly number: number;
}

const FIELDS = 4;
const PLACE_BYTES = FIELDS * Float64Array.BYTES_PER_ELEMENT;
const READ_AT_ONCE = 1_024;

/** How many places are in memory at once; the others wait on disk. */
export const PLACES_IN_RUN = 262_144;

interface Run {
  readonly startsAt: number;
  readonly places: number;
}

function placeAt(kept: Float64Array, i: number): Place {
  const [at, from, length, number] = kept.subarray(i * FIELDS, (i + 1) * FIELDS);
  return { at: at!, from: from!, length: length!, number: number! };
}

/** By time, and of the same moment as they came. */
function sorted(kept: Float64Array): Float64Array {
  const order = Uint32Array.from({ length: kept.length / FIELDS }, (_, i) => i);
  order.sort((a, b) => kept[a * FIELDS]! - kept[b * FIELDS]! || a - b);
  const run = new Float64Array(kept.length);
  for (const [i, place] of order.entries()) run.set(kept.subarray(place * FIELDS, (place + 1) * FIELDS), i * FIELDS);
  return run;
}

async function* placesOf(file: FileHandle, { startsAt, places }: Run): AsyncGenerator<Place> {
  for (let done = 0; done < places; done += READ_AT_ONCE) {
    const some = new Float64Array(Math.min(READ_AT_ONCE, places - done) * FIELDS);
    await file.read(some, 0, some.byteLength, startsAt + done * PLACE_BYTES);
    for (let i = 0; i < some.length / FIELDS; i++) yield placeAt(some, i);
  }
}

/** Takes the earliest of all runs each time; of the same moment the earlier run's. */
async function* merged(runs: readonly AsyncGenerator<Place>[]): AsyncGenerator<Place> {
  const heads = await Promise.all(runs.map((run) => run.next()));
  for (;;) {
    let first = -1;
    for (const [i, { done, value }] of heads.entries())
      if (!done && (first < 0 || value.at < (heads[first]!.value as Place).at)) first = i;
    if (first < 0) return;
    yield heads[first]!.value as Place;
    heads[first] = await runs[first]!.next();
  }
}

/**
 * Places put in order of time in bounded memory: sorted by runs, which wait in a file and are merged.
 * @param file empty, to read and write; only ever as large as the places, 32 bytes each
 * @param inRun places in one run
 */
export function sortedRuns(file: FileHandle, inRun = PLACES_IN_RUN) {
  const kept = new Float64Array(inRun * FIELDS);
  const runs: Run[] = [];
  let held = 0;
  let written = 0;
  const keepRun = async () => {
    const run = sorted(kept.subarray(0, held * FIELDS));
    await file.write(run, 0, run.byteLength, written);
    runs.push({ startsAt: written, places: held });
    written += run.byteLength;
    held = 0;
  };
  return {
    async add({ at, from, length, number }: Place): Promise<void> {
      if (held === inRun) await keepRun();
      kept.set([at, from, length, number], held * FIELDS);
      held += 1;
    },
    async *inOrder(): AsyncGenerator<Place> {
      if (held > 0) await keepRun();
      yield* merged(runs.map((run) => placesOf(file, run)));
    },
  };
}
