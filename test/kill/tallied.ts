import { Module } from '@nestjs/common';
import { lightChanged } from '@qifutong/contracts/inspection/light-changed';
import type { Handler } from '@qifutong/messaging/handler';
import type { ServiceDefinition } from '@qifutong/platform/definition';

type Tx = Parameters<Handler['handle']>[0];

/** An effect that shows when it is done twice: no rule and no unique key would stop it. */
class OnLightChanged {
  readonly event = lightChanged;

  handle(tx: Tx, { firmCreditCode }: { firmCreditCode: string }): Promise<unknown> {
    return tx.manager.query('insert into tally (of) values ($1)', [firmCreditCode]);
  }
}

/** The same service, which also tallies the lights of firms. Without decorators: node strips types, it does not transform. */
export function tallied(definition: ServiceDefinition): ServiceDefinition {
  class TalliedModule {}
  Module({ imports: [definition.module], providers: [OnLightChanged] })(TalliedModule);
  return {
    ...definition,
    module: TalliedModule,
    hears: { ...definition.hears, inspection: [OnLightChanged] },
  };
}
