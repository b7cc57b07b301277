import type { Channel } from '@qifutong/contracts/fields';
import type { Cell, Moves, Standing } from '../src/closure/domain/account.ts';

export type Verb =
  'register' | 'work' | 'writeOff' | 'merge' | 'reject' | 'reopen' | 'readmit' | 'relocate' | 'reassign';

/** What an issue was after something was done to it. */
export interface Step extends Cell {
  readonly day: number;
  readonly verb: Verb;
  readonly status: string;
  readonly open: boolean;
  /** of a merged issue */
  readonly former: string | null;
}

export interface Kept {
  readonly path: Step[];
}

export interface Lived {
  readonly issues: readonly Kept[];
  readonly lastDay: number;
  movesOf(day: number): Moves[];
  openAt(day: number): Cell[];
}

const towns = ['330226110', '330226202', null];
const forces = ['LABOUR', 'TESTING', null];
const channels: Channel[] = ['HOTLINE', 'ONLINE', 'VISIT'];

function pick<T>(of: readonly T[], chance: number): T {
  return of[chance % of.length]!;
}

/** What can be done to an issue in a state, without asking the rules that are tested. */
const verbsOf: Readonly<Record<string, readonly Verb[]>> = {
  REGISTERED: ['work', 'work', 'merge', 'reject', 'relocate'],
  DISPATCHED: ['work', 'merge', 'reassign', 'relocate'],
  IN_PROGRESS: ['work', 'work', 'merge', 'reassign'],
  SOLVED: ['writeOff', 'writeOff', 'reopen', 'merge', 'relocate'],
  ANSWERED: ['writeOff', 'reopen'],
  REOPENED: ['work', 'merge', 'relocate'],
  WRITTEN_OFF: ['readmit'],
  REJECTED: ['readmit', 'relocate'],
  MERGED: ['readmit'],
};
const worked: Readonly<Record<string, readonly string[]>> = {
  REGISTERED: ['DISPATCHED', 'DISPATCHED', 'ANSWERED'],
  REOPENED: ['DISPATCHED'],
  DISPATCHED: ['IN_PROGRESS'],
  IN_PROGRESS: ['SOLVED'],
};

function after(was: Step, day: number, chance: number): Step {
  const verb = pick(verbsOf[was.status]!, chance);
  const spare = Math.floor(chance / 64);
  const shut = (status: string) => ({ ...was, day, verb, status, open: false });
  switch (verb) {
    case 'work': {
      const status = pick(worked[was.status]!, spare);
      return { ...was, day, verb, status, taskForce: status === 'DISPATCHED' ? pick(forces, spare) : was.taskForce };
    }
    case 'writeOff':
      return shut('WRITTEN_OFF');
    case 'reject':
      return shut('REJECTED');
    case 'merge':
      return { ...shut('MERGED'), former: was.status };
    case 'readmit':
      return was.status === 'MERGED'
        ? { ...was, day, verb, status: was.former!, open: true, former: null }
        : { ...was, day, verb, status: 'REOPENED', open: true, taskForce: null };
    case 'reopen':
      return { ...was, day, verb, status: 'REOPENED', taskForce: null };
    case 'relocate':
      return { ...was, day, verb, townCode: pick(towns, spare) };
    case 'reassign':
      return { ...was, day, verb, taskForce: pick(forces, spare) };
    case 'register':
      return was;
  }
}

/** A new issue, or something done to one that is there. */
export function act(issues: Kept[], day: number, chance: number): Kept {
  const [dice, spare] = [chance % 10, Math.floor(chance / 10)];
  const chosen = issues.length === 0 || dice < 3 ? undefined : pick(issues, spare);
  if (chosen) {
    chosen.path.push(after(chosen.path.at(-1)!, day, Math.floor(spare / 7)));
    return chosen;
  }
  const cell = { taskForce: null, townCode: pick(towns, spare), channel: pick(channels, Math.floor(spare / 3)) };
  const made = { path: [{ ...cell, day, verb: 'register' as const, status: 'REGISTERED', open: true, former: null }] };
  issues.push(made);
  return made;
}

function standing({ status, taskForce, townCode }: Step): Standing {
  return { status, taskForce, townCode };
}

/** Any history: what is done is drawn from the numbers, so many things a day. */
export function live(chances: readonly number[], perDay: number): Lived {
  const issues: Kept[] = [];
  chances.forEach((chance, i) => act(issues, Math.floor(i / perDay), chance));
  const movesOf = (day: number) =>
    issues.flatMap(({ path }) =>
      path.flatMap((step, i) => {
        const from = i === 0 ? null : standing(path[i - 1]!);
        return step.day === day ? [{ from, to: standing(step), channel: step.channel, count: 1 }] : [];
      }),
    );
  const openAt = (day: number) =>
    issues.flatMap(({ path }) => path.filter((step) => step.day <= day).at(-1) ?? []).filter(({ open }) => open);
  return { issues, lastDay: Math.floor((chances.length - 1) / perDay), movesOf, openAt };
}
