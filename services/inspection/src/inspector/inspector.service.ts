import { Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import { save } from '@qifutong/persistence/change';
import { saveAll } from '@qifutong/persistence/change-all';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { orNull, words } from '@qifutong/platform/shape';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import { IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { DeclareConflictInput, RegisterInspectorInput, WithdrawConflictInput } from '../generated/graphql.ts';
import { declareConflict } from './domain/declare-conflict.ts';
import type { Inspector } from './domain/inspector.ts';
import { register } from './domain/register.ts';
import { withdrawConflict } from './domain/withdraw-conflict.ts';
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

interface Asked {
  /** whose interest it is: by default of who asks */
  readonly sub: string;
  readonly creditCode: string;
  readonly by: string;
  readonly forOthers: boolean;
}

function asked(viewer: Viewer, input: DeclareConflictInput | WithdrawConflictInput): Asked {
  const { sub, creditCode } = shaped(conflictShape, input);
  const { sub: by } = viewer;
  return { sub: sub ?? by, creditCode, by, forOthers: hasRole(viewer, 'ADMIN', 'COMMANDER') };
}

const lock = { mode: 'for_no_key_update' } as const;
const IN_TURN = `select pg_advisory_xact_lock(hashtext('inspector ' || current_schema() || $1))`;

async function lockedOf({ manager }: Tx, sub: string): Promise<Inspector> {
  const inspector = await manager.findOne(InspectorTable, { where: { sub }, lock });
  if (!inspector) throw inspectors.notFound();
  return inspector;
}

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
    const { sub, creditCode, by, forOthers } = asked(viewer, input);
    return this.db.transaction(async (tx) => {
      const declared = { id: uuidv7(), sub, creditCode, by, forOthers };
      const { state: conflict, events } = declareConflict(declared, await tx.now());
      const inspector = await lockedOf(tx, sub);
      const known = await tx.manager.existsBy(InspectorConflictTable, { sub, creditCode, withdrawnAt: IsNull() });
      if (!known) await tx.manager.insert(InspectorConflictTable, conflict);
      return save(tx, inspectors, inspector, (state) => ({ state, events: known ? [] : events }));
    });
  }

  withdrawConflict(viewer: Viewer, input: WithdrawConflictInput): Promise<Inspector> {
    const withdrawn = asked(viewer, input);
    const { sub, creditCode } = withdrawn;
    return this.db.transaction(async (tx) => {
      const inspector = await lockedOf(tx, sub);
      const before = await tx.manager.findOneBy(InspectorConflictTable, { sub, creditCode, withdrawnAt: IsNull() });
      const { state, events } = withdrawConflict(before, withdrawn, await tx.now());
      const { id, withdrawnAt, withdrawnBy } = state;
      await tx.manager.update(InspectorConflictTable, { id }, { withdrawnAt, withdrawnBy });
      return save(tx, inspectors, inspector, () => ({ state: inspector, events }));
    });
  }
}
