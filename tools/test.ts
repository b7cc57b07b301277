import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, repositoryRoot } from './runtime/environment.ts';

interface Check {
  readonly name: string;
  readonly args: readonly string[];
}

const bin = (path: string) => join('node_modules', ...path.split('/'));
const source = '--conditions=source';

/** What is checked before the specs; each counts as one test. */
const checks: readonly Check[] = [
  { name: 'the lock is whole', args: ['tools/check-lock.ts'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'build', args: [bin('typescript/lib/tsc.js'), '-b'] },
  { name: 'types of specs and tools', args: [bin('typescript/lib/tsc.js'), '-p', 'tsconfig.check.json'] },
  { name: 'generated files', args: [source, 'tools/generate.ts', '--check'] },
  { name: 'lint', args: [bin('nx/dist/bin/nx.js'), 'run-many', '-t', 'lint', '--outputStyle=stream'] },
  {
    name: 'borders',
    args: [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      'libs',
      'services',
      'gateway',
      'tools',
      'test',
      'bench',
    ],
  },
  { name: 'container files', args: ['tools/check-containers.ts'] },
];

function run(args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: childEnvironment({ NX_DAEMON: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' }),
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
}

async function check({ name, args }: Check): Promise<boolean> {
  const begun = performance.now();
  const passed = await run(args);
  console.log(`${passed ? 'passed' : 'FAILED'}: ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  return passed;
}

async function specs(paths: readonly string[]): Promise<{ passed: number; failed: number }> {
  const file = join(mkdtempSync(join(tmpdir(), 'qft-jest-')), 'results.json');
  const ok = await run([
    source,
    '--experimental-vm-modules',
    '--no-warnings',
    bin('jest/bin/jest.js'),
    '--json',
    `--outputFile=${file}`,
    ...paths,
  ]);
  const result = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numRuntimeErrorTestSuites: number;
  };
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
}

/** The command `npm test`: all that CI runs. With paths, only the specs that match them. */
const paths = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const one of paths.length > 0 ? [] : checks) {
  if (await check(one)) passed++;
  else failed++;
}
const told = await specs(paths);
console.log(`${passed + told.passed} passed, ${failed + told.failed} failed`);
process.exitCode = failed + told.failed > 0 ? 1 : 0;
