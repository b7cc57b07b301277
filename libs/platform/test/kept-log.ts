import type { Logger } from 'pino';
import { createLog } from '../src/logging.ts';

/** A log whose lines are kept, parsed. */
export function keptLog(): { readonly log: Logger; readonly lines: readonly Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { log: createLog('spec', 'debug', { write }), lines };
}
