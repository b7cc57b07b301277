import cliProgress from 'cli-progress';

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface Progress {
  /** Writes a line, above the bar where there is one. */
  readonly say: (line: string) => void;
  readonly advance: (bytes: number, counts: { readonly accepted: number; readonly refused: number }) => void;
  readonly end: () => void;
}

/** A progress bar by bytes on a terminal; on anything else only what is said. */
export function showProgress(stream: Output, totalBytes: number): Progress {
  if (!stream.isTTY) {
    return { say: (line) => void stream.write(`${line}\n`), advance: () => undefined, end: () => undefined };
  }
  const format = '[{bar}] {percentage}% | accepted {accepted}, refused {refused} | {eta_formatted} left';
  const display = new cliProgress.MultiBar({
    stream,
    format,
    barsize: 28,
    forceRedraw: true,
    linewrap: true,
    gracefulExit: false,
  });
  const bar = display.create(totalBytes, 0, { accepted: 0, refused: 0 });
  let furthest = 0;
  return {
    say: (line) => display.log(`${line}\n`),
    advance: (bytes, counts) => bar.update((furthest = Math.max(furthest, bytes)), counts),
    end: () => {
      // What was said since the last drawing is still waiting.
      display.update();
      display.stop();
    },
  };
}

/** A number that grows on a terminal, where nobody knows how far it will; nothing on anything else. */
export function showCount(stream: Output, what: string): { advance: (count: number) => void; end: () => void } {
  if (!stream.isTTY) return { advance: () => undefined, end: () => undefined };
  return {
    advance: (count) => void stream.write(`\r${count.toLocaleString('en')} ${what}`),
    end: () => void stream.write('\n'),
  };
}
