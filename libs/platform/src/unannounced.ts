import { MapperKind, mapSchema } from '@graphql-tools/utils';
import type { Announcement } from '@qifutong/contracts/define-event';
import { append } from '@qifutong/persistence/append';
import { entriesMade } from '@qifutong/persistence/caller';
import type { Database } from '@qifutong/persistence/database';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from './request-context.ts';

/** Mutations that can change something without an event of their own: the trail has an entry of each all the same. */
export interface Unannounced {
  readonly mutations: readonly string[];
  readonly event: (data: { entryId: string; mutation: string; of: string | null }) => Announcement;
}

type Field = GraphQLFieldConfig<unknown, RequestContext>;
type Answered = Readonly<Record<string, unknown>> | null | undefined;

const KEYS = ['id', 'creditCode', 'code', 'day', 'sub'] as const;

function keyOf(answered: Answered): string | null {
  const key = KEYS.map((name) => answered?.[name]).find((value) => typeof value === 'string');
  return typeof key === 'string' ? key.slice(0, 100) : null;
}

function isRefusal(answered: Answered): boolean {
  return String(answered?.['__typename']).endsWith('Rejection');
}

/**
 * Enters what those mutations did, unless they were refused or announced something themselves. The entry follows the change in a
 * transaction of its own: where it cannot be made, the caller hears of a failure.
 * @throws TypeError at boot for a mutation that is not there
 */
export function enterUnannounced(
  schema: GraphQLSchema,
  { mutations, event }: Unannounced,
  db: Database,
): GraphQLSchema {
  const left = new Set(mutations);
  const entering = mapSchema(schema, {
    [MapperKind.MUTATION_ROOT_FIELD](config, mutation) {
      if (!left.delete(mutation)) return config;
      const { resolve = defaultFieldResolver } = config as Field;
      const field: Field = {
        ...(config as Field),
        async resolve(...asked) {
          const before = entriesMade();
          const answered = (await resolve(...asked)) as Answered;
          if (entriesMade() > before || isRefusal(answered)) return answered;
          const entry = event({ entryId: uuidv7(), mutation, of: keyOf(answered) });
          await db.transaction(async (tx) => append(tx, [entry], 0, await tx.now()));
          return answered;
        },
      };
      return field as typeof config;
    },
  });
  if (left.size > 0) throw new TypeError(`no such mutation: ${[...left].join(', ')}`);
  return entering;
}
