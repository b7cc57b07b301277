import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TASK_FORCES } from '@qifutong/contracts/task-forces';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accounts, ROLES } from './issuer/accounts.ts';
import { startIssuer } from './issuer/issuer.ts';
import type { RunningIssuer } from './issuer/issuer.ts';
import { requestToken } from './issuer/request-token.ts';
import type { TokenWish } from './issuer/request-token.ts';
import { CONSOLE_CLIENT, DEMONSTRATION_GRANT } from './issuer/whereabouts.ts';
import { freePort } from './ports.ts';

const AUDIENCE = 'qifutong-test';
const CREDIT_CODE = '91330226MA2AAAAA1X';
const REDIRECT = 'http://127.0.0.1:7777/callback';

const dir = mkdtempSync(join(tmpdir(), 'qft-issuer-'));
let running: RunningIssuer;

const start = async () =>
  await startIssuer({ dir, port: await freePort(), audience: AUDIENCE, accounts, log: console.error });
beforeAll(async () => {
  running = await start();
});
afterAll(async () => {
  await running.close();
  rmSync(dir, { recursive: true });
});

async function verified(token: string) {
  const keys = createRemoteJWKSet(new URL(`${running.issuer}/jwks`));
  return (await jwtVerify(token, keys, { issuer: running.issuer, audience: AUDIENCE, typ: 'at+jwt' })).payload;
}

async function claims(wish: TokenWish) {
  const { sub, name, roles, task_force, firm, town } = await verified(await requestToken(dir, wish));
  return JSON.parse(JSON.stringify({ sub, name, roles, task_force, firm, town })) as Record<string, unknown>;
}

/** A browser in as far as logins need one: keeps cookies, follows redirects within the issuer. */
function browser() {
  const jar = new Map<string, string>();
  return async function visit(url: string, form?: Record<string, string>): Promise<{ url: string; html: string }> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const post = form && { method: 'POST', body: new URLSearchParams(form) };
    const response = await fetch(url, { ...post, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) return { url, html: await response.text() };
    const target = new URL(next, url);
    return target.origin === running.issuer ? await visit(target.href) : { url: target.href, html: '' };
  };
}

const verifier = 'v'.repeat(64);
const authorization = () => {
  const query = {
    client_id: CONSOLE_CLIENT,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: REDIRECT,
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  return `${running.issuer}/auth?${new URLSearchParams(query)}`;
};

async function exchange(landed: string, code_verifier: string) {
  const code = new URL(landed).searchParams.get('code') ?? '';
  const body = {
    grant_type: 'authorization_code',
    client_id: CONSOLE_CLIENT,
    code,
    redirect_uri: REDIRECT,
    code_verifier,
  };
  const response = await fetch(`${running.issuer}/token`, { method: 'POST', body: new URLSearchParams(body) });
  return (await response.json()) as { access_token?: string; id_token?: string; error?: string };
}

describe('the embedded issuer describes itself', () => {
  it('by discovery, and publishes its public key alone', async () => {
    const discovery = (await (await fetch(`${running.issuer}/.well-known/openid-configuration`)).json()) as Record<
      string,
      unknown
    >;
    const jwks = (await (await fetch(String(discovery['jwks_uri']))).json()) as { keys: Record<string, unknown>[] };
    expect(discovery['issuer']).toBe(running.issuer);
    expect(jwks.keys.map((key) => [key['alg'], 'd' in key])).toEqual([['ES256', false]]);
  });

  it('and keeps its secrets where only its owner reads them', () => {
    const modes = ['signing-key.json', 'command-line.secret', 'cookie.key'].map(
      (name) => statSync(join(dir, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });
});

describe('a token for the command line', () => {
  it('carries the claims of every demonstration account', async () => {
    for (const { sub, name, role, taskForce, town } of accounts.filter((account) => account.role !== 'FIRM')) {
      const given = { ...(taskForce && { taskForce }), ...(town && { town }) };
      const expected = { sub, name, roles: [role], ...(taskForce && { task_force: taskForce }), ...(town && { town }) };
      expect(await claims({ role, as: sub, ...given })).toEqual(expected);
    }
  });

  it('exists for every role and every task force', () => {
    const forces = (role: string) =>
      accounts.filter((account) => account.role === role).map((account) => account.taskForce);
    expect(ROLES.filter((role) => !accounts.some((account) => account.role === role))).toEqual([]);
    expect(forces('TASKFORCE_LEAD')).toEqual(Object.keys(TASK_FORCES));
    expect(forces('TASKFORCE_MEMBER')).toEqual(Object.keys(TASK_FORCES));
  });

  it('names the firm that was asked for', async () => {
    const expected = {
      sub: `firm-${CREDIT_CODE.toLowerCase()}`,
      name: '企业经办人',
      roles: ['FIRM'],
      firm: CREDIT_CODE,
    };
    expect(await claims({ role: 'FIRM', firm: CREDIT_CODE })).toEqual(expected);
  });

  it('is to be had for a task force that was founded since', async () => {
    const names = {
      TASKFORCE_LEAD: ['test-x-lead', 'TEST_X专班组长'],
      TASKFORCE_MEMBER: ['test-x-member', 'TEST_X专班成员'],
    };
    for (const [role, [sub, name]] of Object.entries(names))
      expect(await claims({ role, taskForce: 'TEST_X' })).toEqual({ sub, name, roles: [role], task_force: 'TEST_X' });
    expect(await claims({ role: 'TASKFORCE_LEAD', taskForce: 'CONSTRUCTOR' })).toMatchObject({
      task_force: 'CONSTRUCTOR',
    });
  });

  it('is somebody else for a name that no account has', async () => {
    expect(await claims({ role: 'OPERATOR', as: '张三' })).toEqual({
      sub: 'operator-1:张三',
      name: '张三',
      roles: ['OPERATOR'],
    });
  });

  it('lives 8 hours unless asked otherwise, and may have expired already', async () => {
    const life = (token: string) => Number(decodeJwt(token).exp) - Number(decodeJwt(token).iat);
    expect(life(await requestToken(dir, { role: 'ADMIN' }))).toBe(8 * 3600);
    expect(life(await requestToken(dir, { role: 'ADMIN', expiresIn: 60 }))).toBe(60);
    await expect(verified(await requestToken(dir, { role: 'ADMIN', expiresIn: -60 }))).rejects.toThrow(
      '"exp" claim timestamp check failed',
    );
  });

  it.each<[string, TokenWish, string]>([
    ['an unknown role', { role: 'CHEF' }, 'unknown role "CHEF"'],
    [
      'a task force role without one',
      { role: 'TASKFORCE_LEAD' },
      'needs --task-force, the code of one, as COORDINATION, LABOUR',
    ],
    [
      'what is no code of a task force',
      { role: 'TASKFORCE_LEAD', taskForce: 'toString' },
      '"toString" is no code of a task force: it has capitals and underscores, as COORDINATION',
    ],
    ['a firm without credit code', { role: 'FIRM' }, 'FIRM needs --firm'],
    ['a malformed credit code', { role: 'FIRM', firm: '123' }, '"123" is no credit code'],
    ['a scope that the role has not', { role: 'OPERATOR', town: '330226001' }, 'OPERATOR takes no --town'],
    ['a life of no length', { role: 'ADMIN', expiresIn: 0 }, 'whole number of seconds'],
  ])('is refused for %s', async (_case, wish, sentence) => {
    await expect(requestToken(dir, wish)).rejects.toThrow(sentence);
  });

  it('is refused to a client without the secret', async () => {
    const body = new URLSearchParams({ grant_type: DEMONSTRATION_GRANT, role: 'ADMIN', client_id: CONSOLE_CLIENT });
    expect((await fetch(`${running.issuer}/token`, { method: 'POST', body })).status).toBe(400);
  });

  it('cannot be had while the issuer is not running', async () => {
    await expect(requestToken(join(dir, 'elsewhere'), { role: 'ADMIN' })).rejects.toThrow('npm start first');
  });
});

describe('a login by authorization code with PKCE', () => {
  it('gives the person that was picked a token for the gateway', async () => {
    const visit = browser();
    const { url, html } = await visit(authorization());
    const { url: landed } = await visit(url, { account: 'labour-lead' });
    const { access_token = '', id_token = '' } = await exchange(landed, verifier);
    expect(html).toContain('用工协调专班组长');
    expect(await verified(access_token)).toMatchObject({
      sub: 'labour-lead',
      roles: ['TASKFORCE_LEAD'],
      task_force: 'LABOUR',
    });
    expect(decodeJwt(id_token)).toMatchObject({ sub: 'labour-lead', name: '用工协调专班组长', aud: CONSOLE_CLIENT });
  });

  it('takes a firm by its credit code', async () => {
    const visit = browser();
    const { url: landed } = await visit((await visit(authorization())).url, { firm: CREDIT_CODE });
    const { access_token = '' } = await exchange(landed, verifier);
    expect(await verified(access_token)).toMatchObject({ sub: `firm-${CREDIT_CODE.toLowerCase()}`, firm: CREDIT_CODE });
  });

  it('asks again who one is, each time', async () => {
    const visit = browser();
    await visit((await visit(authorization())).url, { account: 'operator-1' });
    const again = await visit(authorization());
    const { url: landed } = await visit(again.url, { account: 'operator-1' });
    expect(again.html).toContain('接线员乙');
    expect(new URL(landed).searchParams.has('code')).toBe(true);
  });

  it('lets one become somebody else', async () => {
    const visit = browser();
    await visit((await visit(authorization())).url, { account: 'operator-1' });
    const { html } = await visit((await visit(authorization())).url, { account: 'operator-2' });
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
    const fields = [...html.matchAll(/name="([^"]+)" value="([^"]+)"/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    const { url: landed } = await visit(action, Object.fromEntries(fields));
    const { access_token = '' } = await exchange(landed, verifier);
    expect(await verified(access_token)).toMatchObject({ sub: 'operator-2' });
  });

  it('shows the list again for somebody who is not on it', async () => {
    const visit = browser();
    const { url } = await visit(authorization());
    expect((await visit(url, { account: 'nobody' })).html).toContain('接线员甲');
  });

  it('gives nothing for the wrong verifier', async () => {
    const visit = browser();
    const { url: landed } = await visit((await visit(authorization())).url, { account: 'operator-1' });
    expect(await exchange(landed, 'w'.repeat(64))).toMatchObject({ error: 'invalid_grant' });
  });

  it('never redirects to a page that is not on this machine', async () => {
    const { html } = await browser()(
      authorization().replace(encodeURIComponent(REDIRECT), encodeURIComponent('http://example.invalid/callback')),
    );
    expect(html).toContain('redirect_uri');
  });
});

describe('a restart', () => {
  it('keeps the key, so that tokens stay good', async () => {
    const token = await requestToken(dir, { role: 'AUDITOR' });
    const port = Number(new URL(running.issuer).port);
    await running.close();
    running = await startIssuer({ dir, port, audience: AUDIENCE, accounts, log: console.error });
    expect(await verified(token)).toMatchObject({ sub: 'auditor-1' });
  });
});
