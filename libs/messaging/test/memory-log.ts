import type { Log } from '../src/log.ts';

/** A log that is kept, level and message of each line. */
export function memoryLog(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const say = (level: string) => (_fields: object, message: string) => void lines.push(`${level}: ${message}`);
  return { log: { info: say('info'), warn: say('warn'), error: say('error') }, lines };
}
