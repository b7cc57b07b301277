import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { words } from '@qifutong/platform/shape';
import { z } from 'zod';
import type { RegisterDepartmentInput } from '../generated/graphql.ts';
import { reject } from './domain/rejections.ts';
import { DepartmentTable, type Department } from './task-force.table.ts';

const departmentShape = z.object({ code: words(40).regex(/^[A-Z_]+$/), name: words(50) });

@Injectable()
export class DepartmentService {
  constructor(private readonly db: Database) {}

  /** Enters a department; the same once more says nothing new, another name for a known code is refused. */
  async register(input: RegisterDepartmentInput): Promise<Department> {
    const department = shaped(departmentShape, input);
    const found = await this.db.transaction(async (tx) => {
      tx.concerns = department.code;
      await tx.manager.createQueryBuilder().insert().into(DepartmentTable).values(department).orIgnore().execute();
      return tx.manager.findOneBy(DepartmentTable, { code: department.code });
    });
    if (!found) throw reject('DEPARTMENT_NAME_TAKEN', { field: 'name' });
    const { code, name } = found;
    if (name !== department.name) throw reject('DEPARTMENT_CODE_TAKEN', { field: 'code', code });
    return { code, name };
  }
}
