import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { childEnvironment, given } from '../../tools/runtime/environment.ts';
import { requestToken, type TokenWish } from '../../tools/runtime/issuer/request-token.ts';

const BLOCK = 12;
const START_LIMIT_MS = 120_000;

export interface Answer<T> {
  readonly status: number;
  readonly data: T | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: { readonly code: string };
  }[];
}

/** The whole product, started as a user starts it, on ports and in a folder of its own. */
export interface Product {
  readonly url: string;
  readonly dir: string;
  /** asks the gateway as somebody with an account of the embedded issuer; as nobody without a wish */
  ask<T>(wish: TokenWish | null, query: string, variables?: object): Promise<Answer<T>>;
  /** the answer's data; fails the test on errors */
  get<T>(wish: TokenWish, query: string, variables?: object): Promise<T>;
  sql<T>(service: string, sql: string, values?: unknown[]): Promise<T[]>;
  stop(): Promise<void>;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The first of twelve ports in a row that nobody has; those of other spec files are apart by the worker's number. */
async function freeBlock(): Promise<number> {
  const worker = Number(given('JEST_WORKER_ID') ?? '1');
  for (let base = 20_000 + worker * 1_000; ; base += BLOCK) {
    const free = await Promise.all(Array.from({ length: BLOCK }, (_, i) => isFree(base + i)));
    if (free.every(Boolean)) return base;
  }
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new TypeError(`not ready in time:\n${said}`)), START_LIMIT_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('ready in')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new TypeError(`ended with code ${code}:\n${said}`)));
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Starts the product; `demo` loads the invented firms and tells the story. */
export async function startProduct({ demo = false } = {}): Promise<Product> {
  const dir = await mkdtemp(join(tmpdir(), 'qft-e2e-'));
  await chmod(dir, 0o755);
  const base = await freeBlock();
  const env = childEnvironment({
    QFT_RUNTIME_DIR: dir,
    PORT_BASE: String(base),
    QFT_DEMO: demo ? 'yes' : 'no',
    NODE_OPTIONS: '',
  });
  const child = spawn(join('node_modules', '.bin', 'node'), ['--conditions=source', 'tools/start.ts'], {
    env,
    stdio: 'pipe',
  });
  await untilReady(child);
  const url = `http://127.0.0.1:${base}`;
  const ask = async <T>(wish: TokenWish | null, query: string, variables: object = {}): Promise<Answer<T>> => {
    const token = wish && (await requestToken(join(dir, 'issuer'), wish));
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<T>, 'status'>) };
  };
  const get = async <T>(wish: TokenWish, query: string, variables: object = {}): Promise<T> => {
    const { data, errors } = await ask<T>(wish, query, variables);
    if (errors || !data) throw new TypeError(JSON.stringify(errors));
    return data;
  };
  const sql = async <T>(service: string, text: string, values: unknown[] = []): Promise<T[]> => {
    const { databases } = JSON.parse(await readFile(join(dir, 'endpoints.json'), 'utf8')) as {
      databases: Record<string, string>;
    };
    const client = new pg.Client({ connectionString: databases[service] });
    await client.connect();
    try {
      return (await client.query(text, values)).rows as T[];
    } finally {
      await client.end();
    }
  };
  const stop = async () => {
    await stopped(child);
    await rm(dir, { recursive: true, force: true });
  };
  return { url, dir, ask, get, sql, stop };
}
