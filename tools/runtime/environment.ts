import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Where everything embedded is kept: QFT_RUNTIME_DIR, else `.runtime` at the repository's root. Absolute. */
export function runtimeDir(): string {
  const named = process.env['QFT_RUNTIME_DIR'];
  if (!named) return join(repositoryRoot, '.runtime');
  return isAbsolute(named) ? named : resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
}

/** Where the embedded issuer keeps its keys, its client's secret and its whereabouts. */
export function issuerDir(): string {
  return join(runtimeDir(), 'issuer');
}

/** First port of ours: PORT_BASE, else 4000. Throws an Error naming the variable when it is no usable port. */
export function portBase(): number {
  const text = process.env['PORT_BASE'] ?? '4000';
  const base = Number(text);
  if (!/^\d+$/.test(text) || base < 1024 || base > 65_000) {
    throw new Error(`PORT_BASE must be a whole number from 1024 to 65000, not "${text}"`);
  }
  return base;
}

export interface Ports {
  readonly gateway: number;
  readonly intake: number;
  readonly taskforce: number;
  readonly inspection: number;
  readonly issuer: number;
  readonly postgres: number;
  readonly nats: number;
}

/** The ports of everything that `npm start` runs. */
export function ports(base: number = portBase()): Ports {
  return {
    gateway: base,
    intake: base + 1,
    taskforce: base + 2,
    inspection: base + 3,
    issuer: base + 5,
    postgres: base + 10,
    nats: base + 11,
  };
}

/** Folders in which programs are looked for, in order. */
export function searchPath(): string[] {
  return (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
}

/** The environment of a child process: ours, with these variables set. */
export function childEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { HOME: homedir(), ...process.env, ...extra };
}

/** The value of a variable that puts something real in the place of an embedded part; undefined when not set. */
export function given(variable: string): string | undefined {
  return process.env[variable] || undefined;
}

/** The folder in which the user gave the command: npm runs scripts in the repository's root. */
export function callersFolder(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}

/** Every variable as it was given. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
