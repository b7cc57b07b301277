import { Injectable } from '@nestjs/common';
import { channel } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { isUniqueViolation } from '@qifutong/persistence/unique-violation';
import { shaped } from '@qifutong/platform/answer';
import { optionalWords } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { RecordCallInput } from '../generated/graphql.ts';
import { TownQueries } from '../town/town.queries.ts';
import { callPurposes, CallTable, type Call } from './call.table.ts';
import { reject } from './domain/rejections.ts';

const shape = z.object({
  channel,
  purpose: z.enum(callPurposes),
  townCode: optionalWords(9),
  note: optionalWords(1000),
  externalRef: optionalWords(100),
  requestId: optionalWords(100),
});
type Told = z.output<typeof shape>;

@Injectable()
export class CallService {
  constructor(
    private readonly db: Database,
    private readonly towns: TownQueries,
  ) {}

  /** Durable once it answers. The same call sent again gives the same call and counts once. */
  async record(viewer: Viewer, input: RecordCallInput): Promise<Call> {
    const told = shaped(shape, input);
    const earlier = await this.#earlier(told);
    if (earlier) return earlier;
    await this.#assertTown(told.townCode);
    const call = { ...told, id: uuidv7(), takenBy: viewer.sub, takenAt: await this.db.now() };
    try {
      return await this.#enter(call);
    } catch (cause) {
      const again = isUniqueViolation(cause, 'call_request_id') || isUniqueViolation(cause, 'call_external_ref');
      const winner = again ? await this.#earlier(told) : null;
      if (winner === null) throw cause;
      return winner;
    }
  }

  #enter(call: Call): Promise<Call> {
    return this.db.transaction(async (tx) => {
      tx.concerns = call.id;
      await tx.manager.insert(CallTable, call);
      return call;
    });
  }

  async #earlier({ requestId, channel: through, externalRef }: Told): Promise<Call | null> {
    const same = [
      ...(requestId === null ? [] : [{ requestId }]),
      ...(externalRef === null ? [] : [{ channel: through, externalRef }]),
    ];
    return same.length > 0 ? this.db.source.manager.findOneBy(CallTable, same) : null;
  }

  async #assertTown(code: string | null): Promise<void> {
    const [town] = code === null ? [] : await this.towns.byCodes([code]);
    if (town === null) throw reject('CALL_TOWN_UNKNOWN', { field: 'townCode', code: String(code) });
  }
}
