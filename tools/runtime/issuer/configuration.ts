import { errors } from 'oidc-provider';
import type { Configuration, ErrorOut, JWK, KoaContextWithOIDC } from 'oidc-provider';
import type { Account } from './accounts.ts';
import { accountBySub, asOidcAccount } from './claims.ts';
import { escapeHtml, page } from './login-page.ts';
import { RESOURCE, resourceServer, SIGNED_WITH } from './resource-server.ts';
import { storage } from './storage.ts';
import { COMMAND_LINE_CLIENT, CONSOLE_CLIENT, DEMONSTRATION_GRANT } from './whereabouts.ts';

export interface IssuerSecrets {
  readonly signingKey: JWK;
  readonly cookieKey: string;
  readonly clientSecret: string;
}

const LIVES_S = { Interaction: 3600, Session: 86_400, Grant: 86_400, IdToken: 3600, AuthorizationCode: 60 };
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost'];
// A native client may use any port with these.
const REDIRECTS = LOOPBACK_NAMES.flatMap((name) => ['/', '/callback'].map((path) => `http://${name}${path}`));

/** The provider's configuration: two clients, the demonstration accounts, JWT access tokens for the gateway. */
export function configuration(
  accounts: readonly Account[],
  audience: string,
  lifeS: number,
  secrets: IssuerSecrets,
): Configuration {
  return {
    adapter: storage(),
    clients: clients(secrets.clientSecret),
    clientDefaults: { id_token_signed_response_alg: SIGNED_WITH },
    enabledJWA: { idTokenSigningAlgValues: [SIGNED_WITH] },
    jwks: { keys: [secrets.signingKey] },
    cookies: { keys: [secrets.cookieKey] },
    claims: { openid: ['sub', 'name', 'roles', 'task_force', 'firm', 'town'] },
    scopes: ['openid'],
    responseTypes: ['code'],
    conformIdTokenClaims: false,
    clientBasedCORS: (_ctx, origin) => LOOPBACK_NAMES.includes(URL.parse(origin)?.hostname ?? ''),
    findAccount: (_ctx, sub) => asOidcAccount(accountBySub(accounts, sub)),
    extraTokenClaims,
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    renderError,
    ttl: { ...LIVES_S, AccessToken: lifeS },
    features: features(audience, lifeS),
  };
}

function features(audience: string, lifeS: number): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, resource) => {
        if (resource !== RESOURCE && resource !== audience) throw new errors.InvalidTarget();
        return resourceServer(audience, lifeS);
      },
    },
  };
}

async function extraTokenClaims(ctx: KoaContextWithOIDC): Promise<Record<string, unknown> | undefined> {
  const claims = await ctx.oidc.entities.Account?.claims('access_token', '', {}, []);
  return claims && { ...claims, sub: undefined };
}

function renderError(ctx: KoaContextWithOIDC, { error, error_description: description }: ErrorOut): void {
  ctx.type = 'html';
  ctx.body = page(`<h1>登录失败</h1><p>${escapeHtml([error, description].join(': '))}</p>`);
}

function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  ctx.body = page(`<h1>退出登录?</h1>${form}<button form="op.logoutForm" name="logout" value="yes">退出</button>`);
}

function postLogoutSuccessSource(ctx: KoaContextWithOIDC): void {
  ctx.body = page('<h1>已退出登录</h1>');
}

function clients(clientSecret: string): NonNullable<Configuration['clients']> {
  return [
    {
      client_id: CONSOLE_CLIENT,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: REDIRECTS,
      post_logout_redirect_uris: REDIRECTS,
    },
    {
      client_id: COMMAND_LINE_CLIENT,
      client_secret: clientSecret,
      grant_types: [DEMONSTRATION_GRANT],
      response_types: [],
      redirect_uris: [],
    },
  ];
}
