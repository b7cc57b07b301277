import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDirective } from '@graphql-tools/utils';
import {
  buildSchema,
  isInputObjectType,
  isNonNullType,
  isEnumType,
  isListType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { isObjectType } from 'graphql';
import { ROLES } from '../../tools/runtime/issuer/accounts.ts';
import type { TokenWish } from '../../tools/runtime/issuer/request-token.ts';
import { storyFirms } from '../../tools/demo/firms.ts';
import { startProduct, type Product } from './product.ts';

const supergraph = buildSchema(await readFile('gateway/supergraph.graphql', 'utf8'), { assumeValidSDL: true });
const fields = (['Query', 'Mutation'] as const).flatMap((name) => {
  const type = supergraph.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ kind: name, field })) : [];
});

function allowed(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): readonly string[] | undefined {
  return getDirective(schema, field, 'allow')?.[0]?.['roles'] as readonly string[] | undefined;
}

const literals: Readonly<Record<string, string>> = {
  DateTime: '"2020-02-14T00:00:00Z"',
  Date: '"2020-02-14"',
  Int: '1',
  Float: '0.5',
  Boolean: 'false',
};

/** A literal that fits the type, so that the request reaches the policy. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${needed.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  return literals[type.name] ?? '"00000000-0000-7000-8000-000000000000"';
}

function operation(kind: 'Query' | 'Mutation', field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter((arg) => isNonNullType(arg.type)).map((arg) => `${arg.name}: ${literal(arg.type)}`);
  return `${kind.toLowerCase()} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} { __typename } }`;
}

function wishOf(role: string): TokenWish {
  if (role === 'FIRM') return { role, firm: storyFirms.cornerShop.creditCode };
  return role.startsWith('TASKFORCE') ? { role, taskForce: 'LABOUR' } : { role };
}

describe('the policy of the composed graph', () => {
  it('covers every field of Query and Mutation', () => {
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter(({ field }) => !allowed(supergraph, field)?.length).map(({ field }) => field.name)).toEqual(
      [],
    );
  });

  it('names roles that there are', () => {
    const named = new Set(fields.flatMap(({ field }) => allowed(supergraph, field) ?? []));
    expect([...named].filter((role) => !(ROLES as readonly string[]).includes(role))).toEqual([]);
  });

  describe('as each role and as nobody', () => {
    let product: Product;
    beforeAll(async () => {
      product = await startProduct();
    }, 180_000);
    afterAll(() => product.stop(), 60_000);

    it.each(fields.map(({ kind, field }) => [`${kind}.${field.name}`, kind, field] as const))(
      '%s',
      async (_name, kind, field) => {
        const text = operation(kind, field);
        const answers = await Promise.all(
          ROLES.map(async (role) => {
            const { errors } = await product.ask(wishOf(role), text);
            return [role, errors?.[0]?.extensions.code ?? 'ok'] as const;
          }),
        );
        const expected = ROLES.map((role) => [role, allowed(supergraph, field)!.includes(role) ? 'ok' : 'FORBIDDEN']);
        expect(answers).toEqual(expected);
        expect((await product.ask(null, text)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      },
    );
  });
});
