import { Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import { save } from '@qifutong/persistence/change';
import { saveAll } from '@qifutong/persistence/change-all';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { orNull, words } from '@qifutong/platform/shape';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { DeclareConflictInput, RegisterInspectorInput } from '../generated/graphql.ts';
import { declareConflict } from './domain/declare-conflict.ts';
import type { Inspector } from './domain/inspector.ts';
import { register } from './domain/register.ts';
import { InspectorConflictTable, inspectors, InspectorTable } from './inspector.table.ts';

const registerShape = z.object({
  sub: words(200),
  name: words(100),
  townCode: orNull(townCode),
  active: z
    .boolean()
    .nullish()
    .transform((active) => active ?? true),
});
const conflictShape = z.object({ sub: words(200).nullish(), creditCode: words(18) });

const lock = { mode: 'for_no_key_update' } as const;
const IN_TURN = `select pg_advisory_xact_lock(hashtext('inspector ' || current_schema() || $1))`;

@Injectable()
export class InspectorService {
  constructor(private readonly db: Database) {}

  /** Two that register the same at once take turns. */
  register({ sub: by }: Viewer, input: RegisterInspectorInput): Promise<Inspector> {
    const told = shaped(registerShape, input);
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN, [told.sub]);
      const before = await tx.manager.findOne(InspectorTable, { where: { sub: told.sub }, lock });
      const now = await tx.now();
      const [inspector] = await saveAll(tx, inspectors, [{ before, decision: register(before, told, by, now) }], now);
      return inspector!;
    });
  }

  declareConflict(viewer: Viewer, input: DeclareConflictInput): Promise<Inspector> {
    const { sub: named, creditCode } = shaped(conflictShape, input);
    const { sub: by } = viewer;
    const sub = named ?? by;
    const forOthers = hasRole(viewer, 'ADMIN', 'COMMANDER');
    return this.db.transaction(async (tx) => {
      const { state: conflict, events } = declareConflict({ sub, creditCode, by, forOthers }, await tx.now());
      const inspector = await tx.manager.findOne(InspectorTable, { where: { sub }, lock });
      if (!inspector) throw inspectors.notFound();
      const insert = tx.manager.createQueryBuilder().insert().into(InspectorConflictTable).values(conflict).orIgnore();
      const inserted = await insert.returning('sub').execute();
      const isNew = (inserted.raw as unknown[]).length > 0;
      return save(tx, inspectors, inspector, (state) => ({ state, events: isNew ? events : [] }));
    });
  }
}
