import { EntitySchema } from 'typeorm';

export interface ReturnPolicy {
  readonly onlyOne: true;
  /** how long after its dispatch a task may be returned; an ISO 8601 duration */
  readonly returnWithin: string;
}

export const ReturnPolicyTable = new EntitySchema<ReturnPolicy>({
  name: 'return_policy',
  columns: {
    onlyOne: { type: 'boolean', primary: true, default: true },
    returnWithin: { type: 'text' },
  },
});
