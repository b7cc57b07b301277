import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ServiceConfig } from './config.ts';
import { gatewayOnly } from './gateway-only.ts';
import { CONFIG } from './tokens.ts';

/** On a controller: it answers the gateway alone, as the graph does. */
@Injectable()
export class GatewayGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: ServiceConfig) {}

  canActivate(context: ExecutionContext): boolean {
    try {
      gatewayOnly(context.switchToHttp().getRequest<FastifyRequest>(), this.config.GATEWAY_TOKEN);
      return true;
    } catch {
      // answered by Nest: 403
      return false;
    }
  }
}
