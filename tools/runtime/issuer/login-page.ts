import type { IncomingMessage } from 'node:http';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Account } from './accounts.ts';
import { accountBySub } from './claims.ts';

const LARGEST_FORM = 4096;
const STYLE =
  'body{font:16px/1.6 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}button{font:inherit;margin:.2rem;padding:.3rem .8rem}';

/** Adds the page on which one picks whom to be. No password: every account is invented and all is loopback. */
export function addLoginPage(provider: Provider, accounts: readonly Account[]): void {
  provider.use(async (ctx, next) => {
    if (!/^\/interaction\/[\w-]+$/.test(ctx.path)) {
      await next();
      return;
    }
    ctx.set('cache-control', 'no-store');
    const { params } = await provider.interactionDetails(ctx.req, ctx.res);
    const account = ctx.method === 'POST' ? pickedAccount(accounts, await readForm(ctx.req)) : undefined;
    if (account === undefined) return show(ctx as KoaContextWithOIDC, accounts);
    const grant = new provider.Grant({ accountId: account.sub, clientId: String(params['client_id']) });
    grant.addOIDCScope(typeof params['scope'] === 'string' ? params['scope'] : 'openid');
    const result = { login: { accountId: account.sub }, consent: { grantId: await grant.save() } };
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }));
    ctx.status = 303;
  });
}

function pickedAccount(accounts: readonly Account[], form: URLSearchParams): Account | undefined {
  const firm = form.get('firm')?.trim().toLowerCase();
  return accountBySub(accounts, firm ? `firm-${firm}` : (form.get('account') ?? ''));
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LARGEST_FORM) break;
  }
  return new URLSearchParams(text);
}

function show(ctx: KoaContextWithOIDC, accounts: readonly Account[]): void {
  const buttons = accounts
    .filter(({ role }) => role !== 'FIRM')
    .map(
      ({ sub, name, role }) =>
        `<button name="account" value="${escapeHtml(sub)}">${escapeHtml(name)} <small>${role}</small></button>`,
    );
  ctx.type = 'html';
  ctx.body = page(`<h1>演示登录</h1><p>选择以谁的身份登录。所有账户均为虚构。</p>
<form method="post">${buttons.join('\n')}</form>
<h2>企业</h2>
<form method="post"><label>统一社会信用代码 <input name="firm" required pattern="[0-9A-Za-z]{18}" size="20"></label> <button>以企业身份登录</button></form>`);
}

/** A whole page around some HTML. */
export function page(content: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>企复通演示登录</title><style>${STYLE}</style>${content}</html>`;
}

/** Text as it may stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
