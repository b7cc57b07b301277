import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ServiceConfig } from './config.ts';
import { gatewayOnly } from './gateway-only.ts';
import { CONFIG } from './tokens.ts';

/** On a controller: it answers the gateway alone, as the graph does. */
export class GatewayGuard implements CanActivate {
  readonly #config: ServiceConfig;

  constructor(config: ServiceConfig) {
    this.#config = config;
  }

  canActivate(context: ExecutionContext): boolean {
    try {
      gatewayOnly(context.switchToHttp().getRequest<FastifyRequest>(), this.#config.GATEWAY_TOKEN);
      return true;
    } catch {
      // answered by Nest: 403
      return false;
    }
  }
}
// decorators called by hand: libraries are run from their sources, too
Injectable()(GatewayGuard);
Inject(CONFIG)(GatewayGuard, undefined, 0);
