import { z } from 'zod';

/** A fact that a rule announces; the envelope is completed when it is appended to the event log. */
export interface Announcement {
  /** `<service>.<noun>.<past verb>.v<major>` */
  readonly type: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** whose business it is, for the permissions of other departments: a domain, or `none` */
  readonly department: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Definition<S extends z.ZodObject> {
  readonly type: `${string}.${string}.${string}.v${number}`;
  readonly says: string;
  readonly data: S;
  /** of which kind the aggregate is, where the type's noun is not that: all events of one aggregate are numbered together */
  readonly aggregateType?: string | ((data: z.output<S>) => string);
  /** the id of the aggregate that the event belongs to, read from its data */
  readonly aggregateId: (data: z.output<S>) => string;
  readonly department?: (data: z.output<S>) => string | null;
}

/** A call builds the announcement from valid data; `data.parse` reads what arrives. */
export interface EventDefinition<S extends z.ZodObject = z.ZodObject> {
  (data: z.input<S>): Announcement;
  readonly type: string;
  readonly service: string;
  readonly entity: string;
  readonly says: string;
  readonly data: S;
}

/**
 * Defines an event once, for its producer and its consumers.
 * @throws ZodError on data that does not fit, when it is announced as when it is received
 */
export function defineEvent<S extends z.ZodObject>(definition: Definition<S>): EventDefinition<S> {
  const [service = '', entity = ''] = definition.type.split('.');
  const { aggregateType = entity } = definition;
  const announce = (input: z.input<S>): Announcement => {
    const data = definition.data.parse(input);
    return {
      type: definition.type,
      aggregateType: typeof aggregateType === 'string' ? aggregateType : aggregateType(data),
      aggregateId: definition.aggregateId(data),
      department: (definition.department?.(data) ?? 'none').toLowerCase().replaceAll('_', '-'),
      data: z.encode(definition.data, data),
    };
  };
  return Object.assign(announce, {
    type: definition.type,
    service,
    entity,
    says: definition.says,
    data: definition.data,
  });
}
