import { describe, expect, it } from '@jest/globals';
import { readGatewayConfig } from '../src/config.ts';
import { startWorld } from './world.ts';

const SPOOF = { 'x-qifutong-origin': '198.51.100.1', 'x-forwarded-for': '198.51.100.2' };

async function originSeen(settings: Record<string, string>): Promise<unknown> {
  await using world = await startWorld(settings);
  await world.ask('{ firm(creditCode: "F1") { name } }', undefined, SPOOF);
  return world.intake.heard.at(-1)?.headers['x-qifutong-origin'];
}

describe('from where the gateway is asked', () => {
  it('is told to the services as the gateway sees it, whatever the client says', async () => {
    expect(await originSeen({})).toBe('127.0.0.1');
    expect(await originSeen({ TRUSTED_PROXIES: '192.0.2.1, 10.0.0.0/8' })).toBe('127.0.0.1');
  });

  it('is what a proxy says that is trusted', async () => {
    expect(await originSeen({ TRUSTED_PROXIES: '10.0.0.0/8,127.0.0.1' })).toBe('198.51.100.2');
  });

  it.each(['all', '10.0.0.0/33', '10.0.0.1/8/8', '::1/129'])('proxies cannot be %s', (said) => {
    expect(() => readGatewayConfig({ TRUSTED_PROXIES: said })).toThrow(
      'TRUSTED_PROXIES: must be addresses or networks, separated by commas',
    );
  });
});
