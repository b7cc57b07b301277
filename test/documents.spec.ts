import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { errorCodes } from '@qifutong/platform/errors';

const operations = readFileSync('docs/operations.md', 'utf8');
const read = (pattern: string) => globSync(pattern, { exclude: ['**/dist/**', '**/node_modules/**'] });

function named(files: readonly string[], pattern: RegExp): string[] {
  const found = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name]) => name ?? ''),
  );
  return [...new Set(found)].toSorted();
}

function missing(names: readonly string[]): string[] {
  return names.filter((name) => !operations.includes(name));
}

describe('docs/operations.md', () => {
  it('lists every variable that configuration reads', () => {
    const files = [
      'libs/platform/src/config.ts',
      'gateway/src/config.ts',
      ...read('services/*/src/config.ts'),
      ...read('tools/runtime/environment.ts'),
      'tools/healthcheck.mjs',
    ];
    const variables = named(files, /^ {2}([A-Z][A-Z_]+): |process\.env\.?\[?'?(?!PATH|INIT_CWD)([A-Z_]+)/gm).filter(
      Boolean,
    );
    expect(variables.length).toBeGreaterThan(15);
    expect(missing(variables)).toEqual([]);
  });

  it('lists every figure that a process gives', () => {
    const figures = named(
      [...read('libs/*/src/**/*.ts'), ...read('services/*/src/**/*.ts'), ...read('gateway/src/**/*.ts')],
      /'(qft_\w+)'/g,
    );
    expect(figures.length).toBeGreaterThan(9);
    expect(missing(figures)).toEqual([]);
  });

  it('lists every error code of the graph', () => {
    expect(missing(Object.keys(errorCodes))).toEqual([]);
  });
});

describe('a README', () => {
  it.each([
    ...read('libs/*/README.md').map((file) => [file, 40] as const),
    ...read('services/*/README.md').map((file) => [file, 60] as const),
  ])('%s has at most %i lines', (file, most) => {
    expect(readFileSync(file, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(most);
  });

  it('is there for every library and service', () => {
    expect([...read('libs/*/README.md'), ...read('services/*/README.md')].length).toBe(9);
  });
});
