import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { startProduct } from '../test/e2e/product.ts';
import { freePort } from '../tools/runtime/ports.ts';
import { storyFirms } from '../tools/demo/firms.ts';
import { percentile, rounded, timed } from './statistics.ts';

const REQUESTS = 20_000;
const WARM_UP = 2_000;
const AT_ONCE = 64;
const PATIENCE_MS = 10_000;
const TURNS = 2;

async function get(pool: Pool, path: string): Promise<string> {
  const { statusCode, body } = await pool.request({ method: 'GET', path, headers: { accept: 'application/json' } });
  const text = await body.text();
  if (statusCode !== 200) throw new TypeError(`${path} answers ${statusCode}`);
  return text;
}

async function untilServed(pool: Pool, path: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    if (
      await get(pool, path).then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(20);
  }
  throw new TypeError(`${path} is not served`);
}

const settings = (
  port: number,
  dir: string,
) => `daemon off; pid ${dir}/pid; error_log ${dir}/error.log; worker_processes 1;
events { worker_connections 1024; }
http { access_log off; keepalive_requests 1000000; default_type application/json;
  client_body_temp_path ${dir}/b; proxy_temp_path ${dir}/p; fastcgi_temp_path ${dir}/f; uwsgi_temp_path ${dir}/u; scgi_temp_path ${dir}/s;
  server { listen 127.0.0.1:${port}; root ${dir}; } }`;

interface Peer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** nginx with one worker, as the gateway has one process; null where it is not installed. */
async function startNginx(bytes: string): Promise<Peer | null> {
  const dir = await mkdtemp(join(tmpdir(), 'qft-nginx-'));
  await chmod(dir, 0o755);
  await writeFile(join(dir, 'board'), bytes);
  const port = await freePort();
  await writeFile(join(dir, 'nginx.conf'), settings(port, dir));
  const server: ChildProcess = spawn('nginx', ['-c', join(dir, 'nginx.conf'), '-p', dir], { stdio: 'ignore' });
  const started = await new Promise<boolean>((resolve) => {
    server.once('spawn', () => resolve(true)).once('error', () => resolve(false));
  });
  const stop = async () => {
    server.kill();
    await rm(dir, { recursive: true, force: true });
  };
  if (started) return { url: `http://127.0.0.1:${port}`, stop };
  await stop();
  return null;
}

interface Measured {
  allS: number;
  readonly eachMs: number[];
}

async function measure(pool: Pool, path: string, into: Measured): Promise<void> {
  await timed(WARM_UP, AT_ONCE, () => get(pool, path));
  const { allS, eachMs } = await timed(REQUESTS, AT_ONCE, () => get(pool, path));
  into.allS += allS;
  into.eachMs.push(...eachMs);
}

const row = (what: string, { allS, eachMs }: Measured, peer?: Measured) => ({
  what,
  perSecond: Math.round(eachMs.length / allS),
  p50: rounded(percentile(eachMs, 0.5), 2),
  p99: rounded(percentile(eachMs, 0.99), 2),
  unit: 'ms',
  ...(peer ? { ratio: rounded(peer.allS / allS, 2) } : {}),
});

async function beside(gateway: Pool, path: string) {
  await untilServed(gateway, path);
  const nginx = await startNginx(await get(gateway, path));
  const pool = nginx && new Pool(nginx.url, { connections: AT_ONCE });
  const [own, peer]: [Measured, Measured] = [
    { allS: 0, eachMs: [] },
    { allS: 0, eachMs: [] },
  ];
  try {
    if (pool) await untilServed(pool, '/board');
    for (let turn = 0; turn < TURNS; turn++) {
      await measure(gateway, path, own);
      if (pool) await measure(pool, '/board', peer);
    }
  } finally {
    await pool?.close();
    await nginx?.stop();
  }
  const ours = row('sign boards through the gateway', own, pool ? peer : undefined);
  return pool ? [ours, row('the same bytes from nginx, one worker', peer)] : [ours];
}

/** Sign boards a second through the gateway, beside nginx serving the same bytes from disk, in turns. */
export async function board() {
  const product = await startProduct({ demo: true });
  const gateway = new Pool(product.url, { connections: AT_ONCE });
  try {
    return await beside(gateway, `/boards/${storyFirms.qiangjiaoForgetsMasks.creditCode}`);
  } finally {
    await gateway.close();
    await product.stop();
  }
}
