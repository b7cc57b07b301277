import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import { enforcePolicy } from './policy.ts';
import { RequestContext } from './request-context.ts';
import type { Role, Viewer } from './viewer.ts';

const DIRECTIVE = `
  directive @allow(roles: [Role!]!) on FIELD_DEFINITION
  enum Role { OPERATOR ANALYST AUDITOR }
`;

const SDL = `${DIRECTIVE}
  type Query { firm: Firm @allow(roles: [OPERATOR, ANALYST]) }
  type Mutation { strikeOff: String @allow(roles: [ANALYST]) }
  type Firm { name: String, phone: String @allow(roles: [OPERATOR]) }
`;

const refusesToBuild = (sdl: string) => () => enforcePolicy(buildSchema(DIRECTIVE + sdl));

function viewer(...roles: Role[]): Viewer {
  return { sub: 'somebody', name: '某人', roles, taskForce: null, firm: null, town: null };
}

async function ask(schema: GraphQLSchema, source: string, ...roles: Role[]) {
  const rootValue = { firm: { name: '机械厂', phone: () => '0574' }, strikeOff: 'done' };
  const { data, errors } = await graphql({
    schema,
    source,
    rootValue,
    contextValue: new RequestContext(viewer(...roles), ''),
  });
  return {
    data,
    errors: errors?.map(({ message, path, extensions }) => [extensions['code'], path?.join('.'), message]),
  };
}

describe('the policy of a schema', () => {
  const schema = enforcePolicy(buildSchema(SDL));

  it('lets in who is named', async () => {
    expect(await ask(schema, '{ firm { name phone } }', 'OPERATOR')).toEqual({
      data: { firm: { name: '机械厂', phone: '0574' } },
      errors: undefined,
    });
  });

  it('refuses who is not, by field', async () => {
    expect(await ask(schema, '{ firm { name phone } }', 'ANALYST')).toEqual({
      data: { firm: { name: '机械厂', phone: null } },
      errors: [['FORBIDDEN', 'firm.phone', 'Firm.phone is not for ANALYST']],
    });
  });

  it.each([
    ['of another role', ['AUDITOR'], 'Query.firm is not for AUDITOR'],
    ['of none', [], 'Query.firm is not for you'],
  ] as const)('refuses somebody %s', async (_title, roles, message) => {
    expect(await ask(schema, '{ firm { name } }', ...roles)).toEqual({
      data: { firm: null },
      errors: [['FORBIDDEN', 'firm', message]],
    });
  });

  it('refuses a mutation before anything of it is done', async () => {
    expect(await ask(schema, 'mutation { strikeOff }', 'OPERATOR')).toEqual({
      data: { strikeOff: null },
      errors: [['FORBIDDEN', 'strikeOff', 'Mutation.strikeOff is not for OPERATOR']],
    });
  });

  it('lets each change answer with what is there after it, not with what an earlier one looked up', async () => {
    let state = 0;
    const look = (keys: readonly string[]) => Promise.resolve(keys.map(() => state));
    const counting = enforcePolicy(
      buildSchema(
        `${DIRECTIVE} type Query { now: Int @allow(roles: [ANALYST]) } type Mutation { count: Int @allow(roles: [ANALYST]) }`,
      ),
    );
    const contextValue = new RequestContext(viewer('ANALYST'), '');
    const rootValue = {
      count: () => {
        state++;
        return contextValue.load(look, 'one', null);
      },
    };
    const answer = await graphql({
      schema: counting,
      source: 'mutation { a: count b: count }',
      rootValue,
      contextValue,
    });
    expect(answer).toEqual({ data: { a: 1, b: 2 } });
  });

  it('cannot be got round by an alias or a fragment', async () => {
    const { errors } = await ask(schema, '{ a: firm { ...all } } fragment all on Firm { b: phone }', 'ANALYST');
    expect(errors).toEqual([['FORBIDDEN', 'a.b', 'Firm.phone is not for ANALYST']]);
  });

  it('is enough when somebody has one of the roles', async () => {
    expect((await ask(schema, '{ firm { name } }', 'AUDITOR', 'ANALYST')).errors).toBeUndefined();
  });
});

describe('a schema is not served', () => {
  it('with a field of Query or Mutation that says nothing: all of them are named', () => {
    const open = `type Query { firm: String, town: String @allow(roles: [AUDITOR]) } type Mutation { strikeOff: String }`;
    expect(refusesToBuild(open)).toThrow(new TypeError('no policy (@allow) on Query.firm, Mutation.strikeOff'));
  });

  it('with a role that nobody knows', () => {
    expect(refusesToBuild('type Query { firm: String @allow(roles: [MAYOR]) }')).toThrow('MAYOR');
  });
});

describe("federation's own fields", () => {
  it('need no policy', () => {
    expect(refusesToBuild('type Query { _service: String, _entities: String }')).not.toThrow();
  });
});
