import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import type { EventDefinition } from '@qifutong/contracts/define-event';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';

/** What a service does when it hears of an event: in one transaction with the entry that it was heard. */
export interface Handler<D extends EventDefinition = EventDefinition> {
  readonly event: D;
  /** @throws PermanentFailure when trying again cannot help */
  handle(tx: Tx, data: z.output<D['data']>, event: CloudEvent): Promise<unknown>;
}

/** Trying again cannot help: the event is set aside at once. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}
