import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from './environment.ts';
import { freePort } from './ports.ts';

const runtime = mkdtempSync(join(tmpdir(), 'qft-issuer-process-'));
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
let issuer: ChildProcess;

beforeAll(async () => {
  const argument = { dir: join(runtime, 'issuer'), port: await freePort(), audience: 'qifutong', untilStdinEnds: true };
  issuer = spawn(process.execPath, [here('issuer/main.ts'), JSON.stringify(argument)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(issuer.stdout ?? issuer, 'data');
});
afterAll(() => {
  issuer.kill('SIGKILL');
  rmSync(runtime, { recursive: true });
});

async function token(...args: string[]): Promise<{ code: number | string; stdout: string; stderr: string }> {
  const env = childEnvironment({ QFT_RUNTIME_DIR: runtime });
  return await new Promise((resolve) => {
    execFile(process.execPath, [here('../token.ts'), ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

describe('npm run token', () => {
  it('prints the token alone', async () => {
    const { code, stdout, stderr } = await token('TASKFORCE_LEAD', '--task-force', 'LABOUR', '--expires-in', '-60');
    const { task_force, exp = 0 } = decodeJwt(stdout.trim());
    expect({ code, stderr, lines: stdout.split('\n').length, task_force }).toEqual({
      code: 0,
      stderr: '',
      lines: 2,
      task_force: 'LABOUR',
    });
    expect(exp).toBeLessThan(Date.now() / 1000);
  });

  it.each([
    ['no role', [], 'usage: npm run token -- ROLE'],
    ['an unknown role', ['CHEF'], 'unknown role "CHEF"'],
    ['an unknown option', ['ADMIN', '--foo'], "Unknown option '--foo'"],
  ])('prints a sentence on standard error for %s', async (_case, args, sentence) => {
    expect(await token(...args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(sentence) });
  });
});

describe('the issuer in a process of its own', () => {
  it('leaves a Ctrl-C to its parent, ends with its standard input, and is then missed', async () => {
    issuer.kill('SIGINT');
    const stillThere = await token('ADMIN');
    issuer.stdin?.end();
    expect(await once(issuer, 'exit')).toEqual([0, null]);
    const gone = await token('ADMIN');
    expect([stillThere.code, gone.code, gone.stderr, existsSync(join(runtime, 'issuer', 'issuer.json'))]).toEqual([
      0,
      1,
      'the embedded issuer is not running: npm start first\n',
      false,
    ]);
  });
});
