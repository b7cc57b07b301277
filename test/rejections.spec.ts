import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';

const root = join(import.meta.dirname, '..');

/** What the graph of a service may answer: the codes of each of its enums of rejections. */
function toldOf(service: string): string[][] {
  const files = globSync(`services/${service}/src/**/*.graphql`, { cwd: root });
  const { definitions } = parse(files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n'));
  return definitions
    .filter((one) => one.kind === Kind.ENUM_TYPE_DEFINITION)
    .filter(({ name }) => name.value.endsWith('RejectionCode'))
    .map(({ values }) => (values ?? []).map((value) => value.name.value));
}

/** Every catalogue of rejections of a service: its codes. Pictures are refused outside the graph, and the file of a light is looked up by the service alone. */
async function saidBy(service: string): Promise<string[][]> {
  const files = globSync(`services/${service}/src/**/domain/*rejections.ts`, {
    cwd: root,
    exclude: ['**/evidence/**', '**/light/**'],
  });
  const modules = await Promise.all(files.map((file) => import(join(root, file)) as Promise<object>));
  const catalogues = modules.flatMap((module) => Object.entries(module));
  return catalogues.filter(([name]) => name.endsWith('Rejections')).map(([, one]) => Object.keys(one as object));
}

describe.each(['intake', 'taskforce', 'inspection'])('every "no" of %s', (service) => {
  it('is in the graph, and the graph knows no other', async () => {
    const told = toldOf(service);
    const said = await saidBy(service);
    const notTold = said.filter((catalogue) => !told.some((codes) => catalogue.every((code) => codes.includes(code))));
    const notSaid = told.flat().filter((code) => !said.flat().includes(code));
    expect({ notTold, notSaid }).toEqual({
      notTold: [],
      notSaid: [],
    });
  });
});
