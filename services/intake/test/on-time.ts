import type { TestIntake } from './intake.ts';
import { commander } from './people.ts';
import type { TaskForces } from './task-events.ts';
import { aLife, feb } from './task-life.ts';

type Row = { readonly key: string | null; readonly onTimeRate: { readonly numerator: number; readonly n: number } };

/** The on-time rate of the days from 14 to 18 February as `numerator/n`: of the county, and of each task force. */
export async function onTimeOf(intake: TestIntake): Promise<Record<string, string>> {
  const query = `query ($by: FigureDimension!) { rows: figures(from: "2020-02-14", to: "2020-02-18", by: $by) {
    key onTimeRate { numerator n } } }`;
  const of = async (by: string) => (await intake.get<{ rows: Row[] }>(query, { by }, commander)).rows;
  const shares = (rows: Row[]) =>
    rows.flatMap(({ key, onTimeRate: { numerator, n } }) => (n === 0 ? [] : [[key ?? '-', `${numerator}/${n}`]]));
  const [county, forces] = [shares(await of('CHANNEL')), shares(await of('TASK_FORCE'))];
  return { county: county[0]?.[1] ?? '0/0', ...Object.fromEntries(forces) } as Record<string, string>;
}

export const due = feb('15 02:00');

/** MATERIALS has it from 02:00 on, due a day later unless told otherwise; nothing else is counted. */
export async function inWorkOf(intake: TestIntake, taskForces: TaskForces, solutionDueAt = due) {
  await intake.sql('truncate task_clock');
  const issueId = await intake.dispatched();
  const task = aLife(issueId);
  await taskForces.sayAndWait(
    task.opened(feb('14 01:00'), feb('14 03:00')),
    task.accepted(feb('14 02:00'), solutionDueAt),
  );
  return { issueId, task };
}
