import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTypescript from 'dependency-cruiser/config-utl/extract-ts-config';
import { ESLint, type Linter } from 'eslint';

/** Where a rule is, or must be, red: rule -> `file:line` */
type Red = Record<string, string[]>;

const repositoryRoot = join(import.meta.dirname, '..');
const canaries = join(import.meta.dirname, 'canaries');
const bordersFile = join(repositoryRoot, '.dependency-cruiser.mjs');
const lintFile = join(repositoryRoot, 'eslint.config.js');

type Place = readonly [rule: string, place: string];

function byRule(places: readonly Place[]): Red {
  const grouped = [...Map.groupBy(places, ([rule]) => rule)];
  return Object.fromEntries(grouped.map(([rule, of]) => [rule, of.map(([, place]) => place).sort()]));
}

/** What the canaries say of themselves: `// canary: rule, rule` at the end of each line that must be red. */
function marked(dir: string): Red {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const lines = files.flatMap((file) =>
    readFileSync(join(dir, file), 'utf8')
      .split('\n')
      .map((text, i) => ({ place: `${file}:${i + 1}`, rules: text.split('// canary: ')[1]?.split(', ') ?? [] })),
  );
  return byRule(lines.flatMap(({ place, rules }) => rules.map((rule): Place => [rule, place])));
}

function lineOfImport(file: string, specifier: string): number {
  return (
    readFileSync(join(repositoryRoot, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(`from '${specifier}'`)) + 1
  );
}

async function cruiseCanaries(): Promise<ICruiseResult> {
  const options = { ...(await extractOptions(bordersFile)), baseDir: repositoryRoot, exclude: '(^|/)dist/' };
  const { output } = await cruise(['test/canaries/borders'], options, undefined, {
    tsConfig: extractTypescript(join(repositoryRoot, 'tsconfig.check.json')),
  });
  return output as ICruiseResult;
}

function redBorders({ modules }: ICruiseResult): Red {
  const broken = modules.flatMap(({ source, dependencies }) =>
    dependencies.map((dependency) => ({ source, ...dependency })),
  );
  return byRule(
    broken.flatMap(({ source, protocol = '', module, rules = [] }) => {
      const place = `${relative('test/canaries/borders', source)}:${lineOfImport(source, protocol + module)}`;
      return rules.map(({ name }): Place => [name, place]);
    }),
  );
}

function lintCanaries(): Promise<ESLint.LintResult[]> {
  const cwd = join(canaries, 'lint');
  const parserOptions = { project: join(canaries, 'tsconfig.json') };
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: lintFile,
    overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions } },
  });
  return eslint.lintFiles(['**/*.ts']);
}

function redLines(results: ESLint.LintResult[]): Red {
  const all = results.flatMap(({ filePath, messages }) =>
    messages.map((message) => ({ file: relative(join(canaries, 'lint'), filePath), ...message })),
  );
  return byRule(all.map(({ ruleId, file, line }): Place => [ruleId ?? 'fatal', `${file}:${line}`]));
}

async function configured<T>(file: string): Promise<T> {
  return ((await import(file)) as { default: T }).default;
}

/** The rules that eslint.config.js itself names and does not turn off; those of a preset it extends are the preset's. */
function namedRules(config: Linter.Config[]): string[] {
  const ours = config
    .filter(({ name }) => !name?.startsWith('typescript-eslint/'))
    .flatMap(({ rules = {} }) => Object.entries(rules));
  return [...new Set(ours.filter(([, setting]) => setting !== 'off').map(([rule]) => rule))].sort();
}

/** What `no-restricted-syntax` says, in any of its lists. */
function restrictions(config: Linter.Config[]): string[] {
  const lists = config.flatMap(
    ({ rules }) => (rules?.['no-restricted-syntax'] ?? []) as (string | { message: string })[],
  );
  return [...new Set(lists.flatMap((one) => (typeof one === 'string' ? [] : [one.message])))];
}

const borders = await configured<{ forbidden: { name: string }[] }>(bordersFile);
const lint = await configured<Linter.Config[]>(lintFile);
const cruised = await cruiseCanaries();
const linted = await lintCanaries();

describe.each([
  {
    of: 'border',
    rules: [...new Set(borders.forbidden.map(({ name }) => name))],
    red: redBorders(cruised),
    expected: marked(join(canaries, 'borders')),
  },
  { of: 'lint rule', rules: namedRules(lint), red: redLines(linted), expected: marked(join(canaries, 'lint')) },
])('every $of', ({ rules, red, expected }) => {
  it.each([...new Set([...rules, ...Object.keys(red), ...Object.keys(expected)])])(
    '%s is red where its canary says, and nowhere else',
    (rule) => {
      expect(expected[rule] ?? []).not.toEqual([]);
      expect(red[rule]).toEqual(expected[rule]);
    },
  );
});

describe('a border', () => {
  it('is judged on the sources of our libraries', () => {
    const dependencies = cruised.modules
      .flatMap((module) => module.dependencies)
      .filter(({ module }) => module.startsWith('@qifutong/'));
    expect(dependencies.length).toBeGreaterThan(0);
    expect(dependencies.map(({ resolved }) => resolved)).toEqual(
      dependencies.map(({ module }) => module.replace(/@qifutong\/(\w+)\/(.+)/, 'libs/$1/src/$2.ts')),
    );
  });
});

describe('a restriction of syntax', () => {
  const said = new Set(linted.flatMap(({ messages }) => messages.map(({ message }) => message)));

  it.each(restrictions(lint))('%s', (message) => {
    expect(said).toContain(message);
  });
});
