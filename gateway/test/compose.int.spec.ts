import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { parse, Source } from 'graphql';
import { compose, CompositionError, type Subgraph } from '../../tools/compose.ts';
import { intakeSdl, taskforceSdl } from './subgraphs.ts';

const platform = readFileSync(join(import.meta.dirname, '../../libs/platform/graphql/platform.graphql'), 'utf8');

function part(name: Subgraph['name'], sdl: string): Subgraph {
  const documents = [parse(platform), parse(new Source(sdl, `${name}.graphql`))];
  return { name, url: `http://${name}/graphql`, typeDefs: mergeTypeDefs(documents, { throwOnConflict: true }) };
}

function faultOf(...parts: Subgraph[]): string {
  try {
    compose(parts);
    return '';
  } catch (cause) {
    return cause instanceof CompositionError ? cause.message : `another error: ${String(cause)}`;
  }
}

describe('one graph of the services’ parts', () => {
  it('who may use a field stands in the supergraph', () => {
    const sdl = compose([part('intake', intakeSdl), part('taskforce', taskforceSdl)]);
    expect(sdl).toContain('@link(url: "https://qifutong.example/policy/v1.0", import: ["@allow"])');
    expect(sdl).toMatch(/forbidden: String @join__field\(graph: INTAKE\) @allow\(roles: \[ADMIN\]\)/);
    expect(sdl.match(/enum Role/g)).toHaveLength(1);
  });

  it('the same parts give the same text', () => {
    const parts = () => [part('intake', intakeSdl), part('taskforce', taskforceSdl)];
    expect(compose(parts())).toBe(compose(parts()));
  });

  it('a fault names the services, files and lines', () => {
    const fault = faultOf(
      part('intake', 'type Query { a: T }\ntype T { b: Int }'),
      part('taskforce', 'type Query { c: T }\ntype T { b: String }'),
    );
    expect(fault).toContain('it has type "Int" in subgraph "intake" but type "String" in subgraph "taskforce"');
    expect(fault).toContain('(intake.graphql:2:10, taskforce.graphql:2:10)');
  });

  it('a type that one part alone cannot name is a fault', () => {
    expect(faultOf(part('intake', 'type Query { a: Missing }'))).toContain(
      '[intake] Unknown type Missing (intake.graphql:1:17)',
    );
  });

  it('what composes but may not be meant is told', () => {
    const told: string[] = [];
    const shared = (type: string) => `type T @shareable { b: ${type} }`;
    compose(
      [
        part('intake', `type Query { a: T } ${shared('Int')}`),
        part('taskforce', `type Query { c: T } ${shared('Int!')}`),
      ],
      (text) => told.push(text),
    );
    expect(told.join('\n')).toContain('INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE');
  });
});
