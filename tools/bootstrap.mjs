// Runs on whatever Node the machine has (>= 20) and with nothing installed: installs what the lock names when it has changed,
// then hands over to the Node that the lock names.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.installed-lock');
const [script, ...args] = process.argv.slice(2);

function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const begun = performance.now();
  process.stderr.write('dependencies: installing what package-lock.json names …\n');
  // standard output belongs to the command that follows
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, lock);
  process.stderr.write(`dependencies: installed in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
}

function chosenNode() {
  const locked = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(locked)) return locked;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 11)) return process.execPath;
  process.stderr.write(
    `no Node of our own for ${process.platform}-${process.arch}: Node 24.11 or newer is needed, this is ${process.versions.node}\n`,
  );
  process.exit(1);
}

installDependencies();
const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
const child = spawn(chosenNode(), [...flags, join(root, script), ...args], { stdio: 'inherit', cwd: root });
// Ctrl-C reaches the child as well; it decides when to end
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
// who ends npm ends what it started: npm does not always pass a signal on
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
