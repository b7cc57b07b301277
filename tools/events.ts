import { parseArgs } from 'node:util';
import { lag } from './events/lag.ts';
import { replay } from './events/replay.ts';
import { discardSetAside, listSetAside, retrySetAside } from './events/set-aside.ts';
import { services, withSystem, type System } from './events/system.ts';
import { tail } from './events/tail.ts';
import { verifyTrails } from './events/verify.ts';

const USAGE = `usage: npm run events -- COMMAND

  lag                                         what is not yet published, not yet handled, or set aside
  tail [SERVICE] [--from TIME]                prints events as lines of JSON, from now or from that time on, until Ctrl-C
  replay SERVICE --consumer NAME --from TIME  hands the events of SERVICE from then on to that consumer again; what it has
                                              handled before has no effect again
  verify [SERVICE]                            computes the chain of the audit trail anew and compares it with the daily accounts;
                                              names the first entry that was altered, taken out or put in
  set-aside list [SERVICE]                    what could not be handled, and why
  set-aside retry SERVICE (ID|all)            handles it again
  set-aside discard SERVICE ID --because TEXT gives it up for good

SERVICE: ${services.join(', ')}. TIME: such as 2020-02-14T08:00:00Z.
It works on DATABASE_URL_INTAKE, DATABASE_URL_TASKFORCE, DATABASE_URL_INSPECTION and NATS_URL, else on what npm start runs.
exit code 0: done; 1: not done; 2: not understood`;

class Misunderstood extends Error {}

interface Options {
  readonly from?: string | undefined;
  readonly consumer?: string | undefined;
  readonly because?: string | undefined;
}

function needed<T>(value: T | undefined): T {
  if (value === undefined || value === '') throw new Misunderstood(USAGE);
  return value;
}

function timeOf(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new Misunderstood(`TIME must be such as 2020-02-14T08:00:00Z, not "${text}"`);
  return time;
}

function namedOrAll(service: string | undefined): readonly string[] {
  if (service === undefined) return services;
  if (!(services as readonly string[]).includes(service))
    throw new Misunderstood(`there is no service "${service}": ${services.join(', ')}`);
  return [service];
}

function untilCtrlC(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  // whoever read our lines, e.g. head, has read enough
  process.stdout.once('error', () => stop.abort());
  return stop.signal;
}

type Command = (system: System) => Promise<string | void>;

function setAside([verb, service, id, ...more]: readonly string[], { because }: Options): Command {
  if (more.length > 0) throw new Misunderstood(USAGE);
  if (verb === 'list' && id === undefined) {
    const named = namedOrAll(service);
    return (system) => listSetAside(system, named);
  }
  const [of, which] = [namedOrAll(needed(service))[0]!, needed(id)];
  if (verb === 'retry') return (system) => retrySetAside(system, of, which);
  if (verb !== 'discard') throw new Misunderstood(USAGE);
  const reason = needed(because);
  return (system) => discardSetAside(system, of, which, reason);
}

/** The command that the arguments name. Throws Misunderstood. */
function commandOf([name, ...rest]: readonly string[], options: Options): Command {
  const [service, ...more] = rest;
  if (name === 'set-aside') return setAside(rest, options);
  if (more.length > 0) throw new Misunderstood(USAGE);
  const from = options.from === undefined ? null : timeOf(options.from);
  if (name === 'lag' && service === undefined) return lag;
  if (name === 'verify') {
    const named = namedOrAll(service);
    return (system) => verifyTrails(system, named);
  }
  if (name === 'tail') {
    const named = namedOrAll(service);
    return (system) =>
      tail(system, { services: named, from, print: (line) => console.log(line), signal: untilCtrlC() });
  }
  if (name !== 'replay') throw new Misunderstood(USAGE);
  const wish = {
    service: namedOrAll(needed(service))[0]!,
    consumer: needed(options.consumer),
    from: needed(from ?? undefined),
  };
  return (system) => replay(system, wish);
}

try {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: text, consumer: text, because: text, help: { type: 'boolean', short: 'h' } },
  });
  const said = values.help ? USAGE : await withSystem(commandOf(positionals, values));
  if (said) console.log(said);
} catch (error) {
  console.error((error as Error).message);
  const misread = error instanceof Misunderstood || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  process.exitCode = misread ? 2 : 1;
}
