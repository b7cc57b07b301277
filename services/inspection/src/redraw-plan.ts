import { readFile } from 'node:fs/promises';
import { redraw, type Drawn } from './plan/domain/redraw.ts';
import { drawOf } from './plan/seeded-draw.ts';

const verdicts = {
  true: 'the same plan',
  false: 'ANOTHER PLAN',
  null: 'what a change was made from was not kept yet',
} as const;

// needs neither database nor bus: whoever has the file can draw
const [file = ''] = process.argv.slice(2);
const drawn = JSON.parse(await readFile(file, 'utf8')) as Drawn;
const { plan, same } = redraw(drawn, drawOf);
process.stdout.write(`${JSON.stringify(plan, null, 1)}\n`);
process.stderr.write(`${drawn.day}, seed ${drawn.seed}: ${plan.visits.length} visits drawn, ${verdicts[`${same}`]}\n`);
process.exitCode = same === false ? 1 : 0;
