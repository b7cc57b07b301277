import { Injectable } from '@nestjs/common';
import { count, countyDate, exported } from '@qifutong/contracts/fields';
import { exportTaken } from '@qifutong/contracts/intake/export-taken';
import { append } from '@qifutong/persistence/append';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { orNull } from '@qifutong/platform/shape';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { RecordExportInput } from '../generated/graphql.ts';

const shape = z.object({ exported, day: orNull(countyDate), rows: count });

@Injectable()
export class ExportService {
  constructor(private readonly db: Database) {}

  /** The trail's entry is all that there is of an export. */
  async record(input: RecordExportInput): Promise<{ readonly id: string }> {
    const told = shaped(shape, input);
    const id = uuidv7();
    await this.db.transaction(async (tx) => append(tx, [exportTaken({ exportId: id, ...told })], 0, await tx.now()));
    return { id };
  }
}
