/**
 * Stands in for Electron's default app, which the fallback runtime lacks: takes the command line of the `electron` command
 * (`-r MODULE`, `--version`, the application's folder or file) and starts the application. Electron waits for this module, so
 * the application's own code has run before `ready`.
 */
import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const OLDEST_NODE_API = 10;

redirectDatabaseModule();
await startApplication(readCommandLine(process.argv.slice(1)));

/** The shipped database module needs Node-API 10. Where that is missing, the one compiled for this runtime is loaded in its place. */
function redirectDatabaseModule() {
  if (Number(process.versions.napi) >= OLDEST_NODE_API) return;
  const compiled = path.join(path.dirname(process.execPath), 'native', 'better_sqlite3.node');
  const dlopen = process.dlopen;
  process.dlopen = (module, filename, ...rest) =>
    dlopen.call(process, module, /better-sqlite3[\\/]prebuilds[\\/]/.test(filename) ? compiled : filename, ...rest);
}

function readCommandLine(args) {
  const modules = [];
  for (let i = 0; i < args.length; i += 1) {
    const argument = args[i];
    if (argument === '--version' || argument === '-v') {
      process.stdout.write(`v${process.versions.electron}\n`);
      process.exit(0);
    }
    if (argument === '-r' || argument === '--require') {
      i += 1;
      modules.push(args[i]);
    } else if (!argument.startsWith('-')) {
      return { modules, application: path.resolve(argument) };
    }
  }
  return { modules, application: null };
}

async function startApplication({ modules, application }) {
  const require = createRequire(path.join(process.cwd(), 'command-line.cjs'));
  for (const name of modules) require(name);
  if (application === null) {
    process.stderr.write('usage: electron [-r MODULE] <application folder or file>\n');
    process.exit(2);
  }
  process.defaultApp = true;
  const main = statSync(application).isDirectory() ? describeApplication(application) : application;
  await import(pathToFileURL(main).href);
}

function describeApplication(folder) {
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version);
  app.setAppPath(folder);
  return path.resolve(folder, description.main);
}
