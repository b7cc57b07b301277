import { Injectable } from '@nestjs/common';
import { townCode } from '@qifutong/contracts/fields';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { words } from '@qifutong/platform/shape';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { DeclareConflictInput, RegisterInspectorInput } from '../generated/graphql.ts';
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
    const sub = named ?? viewer.sub;
    if (sub !== viewer.sub && !hasRole(viewer, 'ADMIN', 'COMMANDER'))
      throw reject('INSPECTOR_OF_OTHERS', { field: 'sub' });
    if (!isCreditCode(creditCode)) throw reject('INSPECTOR_CREDIT_CODE_INVALID', { field: 'creditCode' });
    return this.db.transaction(async (tx) => {
      const inspector = await tx.manager.findOneBy(InspectorTable, { sub });
      if (!inspector) throw reject('INSPECTOR_NOT_FOUND', { field: 'sub' });
      const conflict = { sub, creditCode, declaredAt: await tx.now(), declaredBy: viewer.sub };
      await tx.manager.createQueryBuilder().insert().into(InspectorConflictTable).values(conflict).orIgnore().execute();
      return inspector;
    });
  }
}
