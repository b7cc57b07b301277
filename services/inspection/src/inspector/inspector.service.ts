import { Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { words } from '@qifutong/platform/shape';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { DeclareConflictInput, RegisterInspectorInput } from '../generated/graphql.ts';
import { declareConflict } from './domain/declare-conflict.ts';
import type { Inspector } from './domain/inspector.ts';
import { reject } from './domain/rejections.ts';
import { InspectorConflictTable, InspectorTable } from './inspector.table.ts';

const registerShape = z.object({
  sub: words(200),
  name: words(100),
  townCode: townCode.nullish().transform((code) => code ?? null),
  active: z
    .boolean()
    .nullish()
    .transform((active) => active ?? true),
});
const conflictShape = z.object({ sub: words(200).nullish(), creditCode: words(18) });

@Injectable()
export class InspectorService {
  constructor(private readonly db: Database) {}

  async register(input: RegisterInspectorInput): Promise<Inspector> {
    const inspector = shaped(registerShape, input);
    await this.db.source.manager.upsert(InspectorTable, inspector, ['sub']);
    return inspector;
  }

  async declareConflict(viewer: Viewer, input: DeclareConflictInput): Promise<Inspector> {
    const { sub: named, creditCode } = shaped(conflictShape, input);
    const { sub: by } = viewer;
    const sub = named ?? by;
    const forOthers = hasRole(viewer, 'ADMIN', 'COMMANDER');
    return this.db.transaction(async (tx) => {
      const conflict = declareConflict({ sub, creditCode, by, forOthers }, await tx.now());
      const inspector = await tx.manager.findOneBy(InspectorTable, { sub });
      if (!inspector) throw reject('INSPECTOR_NOT_FOUND', { field: 'sub' });
      await tx.manager.createQueryBuilder().insert().into(InspectorConflictTable).values(conflict).orIgnore().execute();
      return inspector;
    });
  }
}
