import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import { In, IsNull } from 'typeorm';
import type { Inspector, InspectorConflict } from './domain/inspector.ts';
import { InspectorConflictTable, InspectorTable } from './inspector.table.ts';

const MOST = 2_000;

interface Wanted {
  readonly townCode: string | null;
  readonly active: boolean | null;
}

/** An inspector is told his own interests, and nobody else's. */
export function seesConflicts(viewer: Viewer, sub: string): boolean {
  return viewer.sub === sub || hasRole(viewer, 'ANALYST', 'COMMANDER', 'AUDITOR', 'ADMIN');
}

@Injectable()
export class InspectorQueries {
  constructor(private readonly db: Database) {}

  list({ townCode, active }: Wanted): Promise<Inspector[]> {
    const where = { ...(townCode === null ? {} : { townCode }), ...(active === null ? {} : { active }) };
    return this.db.source.manager.find(InspectorTable, { where, order: { sub: 'ASC' }, take: MOST });
  }

  readonly bySubs = async (subs: readonly string[]): Promise<(Inspector | null)[]> => {
    const found = await this.db.source.manager.findBy(InspectorTable, { sub: In(subs) });
    return inOrder(subs, found, ({ sub }) => sub);
  };

  /** Those of them who are on the list, also where they are not active any more. */
  async registered(subs: readonly string[]): Promise<ReadonlySet<string>> {
    if (subs.length === 0) return new Set();
    const found = await this.db.source.manager.findBy(InspectorTable, { sub: In([...new Set(subs)]) });
    return new Set(found.map(({ sub }) => sub));
  }

  /** The credit codes of each inspector's conflicts that stand. */
  readonly conflicts = async (subs: readonly string[]): Promise<string[][]> => {
    const where = { sub: In(subs), withdrawnAt: IsNull() };
    const found = await this.db.source.manager.find(InspectorConflictTable, { where, order: { creditCode: 'ASC' } });
    const bySub = Map.groupBy(found, ({ sub }) => sub);
    return subs.map((sub) => (bySub.get(sub) ?? []).map(({ creditCode }) => creditCode));
  };

  /** All that was declared of each inspector, oldest first. */
  readonly declared = async (subs: readonly string[]): Promise<InspectorConflict[][]> => {
    const [where, order] = [{ sub: In(subs) }, { declaredAt: 'ASC', id: 'ASC' } as const];
    const found = await this.db.source.manager.find(InspectorConflictTable, { where, order });
    const bySub = Map.groupBy(found, ({ sub }) => sub);
    return subs.map((sub) => bySub.get(sub) ?? []);
  };
}
