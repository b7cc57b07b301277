import { describe, expect, it } from '@jest/globals';
import { GATEWAY_HEADER, gatewayOnly } from './gateway-only.ts';

const TOKEN = 'a-token-of-at-least-thirty-two-characters';

describe('a service', () => {
  it('answers the gateway', () => {
    expect(() => gatewayOnly({ headers: { [GATEWAY_HEADER]: TOKEN } }, TOKEN)).not.toThrow();
  });

  it.each([
    ['without the header', {}],
    ['with an empty one', { [GATEWAY_HEADER]: '' }],
    ['with another token', { [GATEWAY_HEADER]: `${TOKEN.slice(0, -1)}!` }],
    ['with a part of the token', { [GATEWAY_HEADER]: TOKEN.slice(0, -1) }],
    ['with the header twice', { [GATEWAY_HEADER]: [TOKEN, TOKEN] }],
  ])('refuses whoever comes %s', (_title, headers) => {
    expect(() => gatewayOnly({ headers }, TOKEN)).toThrow('services answer the gateway only');
  });
});
