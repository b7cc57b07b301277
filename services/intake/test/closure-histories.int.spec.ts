import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import fc from 'fast-check';
import { dayAfter } from '../src/closure/domain/day.ts';
import { intake } from '../src/service.ts';
import { closer, frozenLines, idOf, openAt, put, putDecoy, wiped } from './closing.ts';
import { belongsTo, counted, figuresOf } from './counted.ts';
import { act, type Kept, type Step } from './history.ts';

const FIRST = '2020-02-10';
const clock = fixedClock(`${FIRST}T04:00:00Z`);
let schema: TestSchema;
beforeAll(async () => void (schema = await freshSchema(intake, clock)));
afterAll(() => schema.drop());

const noon = (day: number) => new Date(`${dayAfter(FIRST, day)}T04:00:00Z`);

/** What changes nothing is no move. */
function same(before: Step, done: Step): boolean {
  return before.status === done.status && before.taskForce === done.taskForce && before.townCode === done.townCode;
}

/** A register that lives through any history: its days pass, it is closed or is down, and facts are stored late. */
class Register {
  readonly issues: Kept[] = [];
  readonly seen = new Map<string, unknown>();
  #today = 0;
  #closed = -1;
  #opened: number | null = null;

  async live(chances: readonly number[]): Promise<void> {
    await putDecoy(schema, { at: noon(-3), on: dayAfter(FIRST, -3) });
    for (const chance of chances) await this.#step(chance % 12, Math.floor(chance / 12));
    this.#today++;
    await this.#close();
  }

  async #step(dice: number, spare: number): Promise<void> {
    if (dice === 0) this.#today += 1;
    else if (dice === 1) await this.#close();
    else if (dice === 2) this.#today += 2 + (spare % 3);
    else await this.#act(spare, dice === 3 ? 1 + (spare % 2) : 0);
  }

  /** Late: it is dated so many days before it is stored, though not before the register opened. */
  async #act(chance: number, late: number): Promise<void> {
    clock.set(noon(this.#today));
    this.#opened ??= this.#today;
    const dated = Math.max(this.#today - late, this.#opened);
    const issue = act(this.issues, Math.max(dated, this.#closed + 1), chance);
    const done = issue.path.pop()!;
    const before = issue.path.at(-1);
    if (before && same(before, done)) return;
    issue.path.push({ ...done, day: Math.max(done.day, before?.day ?? 0) });
    await put(schema, this.issues.indexOf(issue), issue, { at: noon(this.#today), on: dayAfter(FIRST, dated) });
  }

  async #close(): Promise<void> {
    clock.set(noon(this.#today));
    expect(await closer(schema.db).closing.closeEndedDays()).toBe(12 * 3_600_000);
    if (this.#opened !== null && this.#opened < this.#today) this.#closed = this.#today - 1;
    await this.#nothingFrozenChanged();
  }

  async #nothingFrozenChanged(): Promise<void> {
    const frozen = Map.groupBy(await frozenLines(schema), ({ day }) => day);
    for (const [day, lines] of this.seen) expect(frozen.get(day)).toEqual(lines);
    for (const [day, lines] of frozen) this.seen.set(day, lines);
  }

  get days(): number[] {
    if (this.#opened === null) return [];
    return Array.from({ length: this.#closed - this.#opened + 1 }, (_, i) => this.#opened! + i);
  }
}

async function carriedOn(day: string): Promise<Map<string, string>> {
  const rows: { id: string; status: string }[] = await schema.db.source.query(
    'select issue_id as id, status from daily_closure_carried where day = $1 order by issue_id',
    [day],
  );
  return new Map(rows.map(({ id, status }) => [id, status]));
}

describe('the account of days through Postgres', () => {
  it('says of any history what asking every issue says, is frozen for good, and leaves no day out', async () => {
    const chances = fc.array(fc.nat(), { minLength: 20, maxLength: 160 });
    await fc.assert(
      fc.asyncProperty(chances, async (drawn) => {
        await wiped(schema);
        const register = new Register();
        await register.live(drawn);
        const lines = await frozenLines(schema);
        expect([...new Set(lines.map(({ day }) => day))]).toEqual(register.days.map((day) => dayAfter(FIRST, day)));
        for (const { day, ...line } of lines) {
          const ordinal = register.days.find((one) => dayAfter(FIRST, one) === day)!;
          expect({ day, ...figuresOf(line) }).toEqual({ day, ...counted(register.issues, ordinal, belongsTo(line)) });
        }
        for (const day of register.days) {
          const open = [...openAt(register.issues, day)].map(([id, { status }]) => [id, status] as const);
          expect(await carriedOn(dayAfter(FIRST, day))).toEqual(new Map(open.toSorted()));
        }
        const overall = lines.filter(({ dimension }) => dimension === 'OVERALL');
        const opening = overall[0]?.carriedIn ?? 0;
        const registered = overall.reduce((sum, line) => sum + line.registered, opening);
        if (overall.length > 0) expect(registered).toBeGreaterThanOrEqual(overall.at(-1)!.carriedOver);
      }),
      { numRuns: 40, interruptAfterTimeLimit: 100_000 },
    );
    expect(idOf(1)).toMatch(/^01900000/);
  }, 150_000);
});
