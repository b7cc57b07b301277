import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { SetCommanderOnDutyInput } from '../generated/graphql.ts';
import { CommanderOnDutyTable } from './centre.table.ts';
import { commanderAt } from './commander.queries.ts';
import { putOnDuty, type CommanderOnDuty } from './domain/put-on-duty.ts';

const dutyShape = z.object({
  sub: words(200),
  name: words(50),
  from: orNull(z.date()),
});

@Injectable()
export class CommanderService {
  constructor(private readonly db: Database) {}

  async putOnDuty({ sub: by }: Viewer, input: SetCommanderOnDutyInput): Promise<CommanderOnDuty> {
    const duty = putOnDuty({ ...shaped(dutyShape, input), by }, await this.db.now());
    await this.db.transaction(async (tx) => {
      tx.concerns = duty.sub;
      await tx.manager.upsert(CommanderOnDutyTable, duty, ['fromAt']);
    });
    return duty;
  }

  /** @param at null: now */
  async onDuty(at: Date | null): Promise<CommanderOnDuty | null> {
    return commanderAt(this.db.source.manager, at ?? (await this.db.now()));
  }
}
