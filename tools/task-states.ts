/** As much of the task forces' transition table as is drawn. */
interface Way {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly opens?: string;
}

interface TransitionTable {
  readonly taskStatuses: readonly string[];
  readonly endedStatuses: readonly string[];
  readonly moves: Readonly<Record<string, Way>>;
}

const HEAD = `# States of a task

Made by \`npm run generate\` from the transition table of \`services/taskforce/src/task/domain/task.ts\`; do not edit. Any move that is not drawn is a
rejection that names state and move.
`;

function arrows(moves: TransitionTable['moves']): string[] {
  return Object.entries(moves).flatMap(([move, { from, to }]) =>
    from.flatMap((one) => to.map((other) => `  ${one} --> ${other}: ${move}`)),
  );
}

/** docs/task-states.md */
export async function taskStates(): Promise<string> {
  // named at run time, and read as the data that it is: no tool is built on a service
  const table = new URL('../services/taskforce/src/task/domain/task.ts', import.meta.url).href;
  const { taskStatuses, endedStatuses, moves } = (await import(table)) as TransitionTable;
  const ended = endedStatuses.map((status) => `  ${status} --> [*]`);
  const drawn = ['stateDiagram-v2', `  [*] --> ${taskStatuses[0]}: dispatch`, ...arrows(moves), ...ended];
  const staying = Object.entries(moves).filter(([, { to, opens }]) => to.length === 0 && opens === undefined);
  const opening = Object.entries(moves).filter(([, { opens }]) => opens !== undefined);
  const kept = staying.map(([move, { from }]) => `- \`${move}\`: ${from.join(', ')}`);
  const opened = opening.map(
    ([move, { from, opens }]) => `- \`${move}\`, of tasks that are ${from.join(', ')}: ${opens}`,
  );
  const after = `Moves that keep the state, and of which states:\n\n${kept.join('\n')}\n\nMoves that open a new task of the same round, and its state:\n\n${opened.join('\n')}\n`;
  return `${HEAD}\n\`\`\`mermaid\n${drawn.join('\n')}\n\`\`\`\n\n${after}`;
}
