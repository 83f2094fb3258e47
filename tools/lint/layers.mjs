/**
 * Lint rules of this project alone: who may import whom (`gelar/layers`), what the pure core must not touch (`gelar/pure`) and
 * that it says nothing itself (`gelar/sentences`, in a file of its own). The table below is the whole policy. Type-only imports, re-exports, `import()` and `import('x').T` in a
 * type count as imports. A file or folder under shared/ and a folder under electron/ that is missing in the table is an error: a new
 * layer is decided, not drifted into.
 */
import path from 'node:path';
import { sentences } from './sentences.mjs';

/** What each layer may import besides itself. `type:` marks a layer of which only types may be taken. */
export const MAY_IMPORT = {
  'shared/limits': [],
  'shared/lib': ['shared/limits'],
  'shared/domain': ['shared/lib', 'shared/limits'],
  'shared/ports': ['shared/domain'],
  'shared/ranking': ['shared/lib', 'shared/domain'],
  'shared/seal': ['shared/lib', 'shared/domain', 'shared/ranking', 'shared/ports'],
  'shared/trust': ['shared/lib', 'shared/domain'],
  'shared/log': ['shared/lib', 'shared/limits', 'shared/domain', 'shared/trust', 'shared/ports'],
  'shared/laptop': ['shared/lib', 'shared/limits', 'shared/domain', 'shared/trust', 'shared/log', 'shared/ports'],
  'shared/sync': ['shared/lib', 'shared/limits', 'shared/domain', 'shared/log', 'shared/ports', 'type:shared/laptop'],
  'shared/import': ['shared/lib', 'shared/limits', 'shared/domain'],
  'shared/documents': ['shared/lib', 'shared/domain', 'shared/ranking', 'shared/say'],
  /** Words for people: whoever decides, ranks or reads gives tags; only edges and documents ask for the words. */
  'shared/say': [
    'shared/lib',
    'shared/domain',
    'shared/ranking',
    'shared/limits',
    'type:shared/ceremony',
    'type:shared/import',
    'type:shared/log',
    'type:shared/sync',
  ],
  'shared/ceremony': ['shared/lib', 'shared/domain', 'shared/ranking'],
  'shared/ipc': [
    'shared/lib',
    'shared/limits',
    'shared/domain',
    'type:shared/import',
    'type:shared/ceremony',
    'type:shared/say',
  ],
  'electron/adapters': ['shared/*', 'resources', 'package.json'],
  'electron/contest': ['shared/*', 'electron/adapters'],
  'electron/sync': ['shared/*', 'electron/adapters', 'electron/contest'],
  'electron/ipc': ['shared/*'],
  'electron/shell': ['shared/*', 'electron/adapters', 'electron/contest', 'electron/sync', 'type:electron/ipc'],
  'electron/windows': ['shared/*', 'electron/ipc', 'type:electron/adapters', 'type:electron/shell'],
  'electron/cli': ['shared/*', 'electron/adapters', 'electron/contest', 'electron/sync'],
  /** Where everything is put together: the only files of electron/ in no folder. */
  'electron/main': ['shared/*', 'electron/*'],
  renderer: [
    'shared/lib',
    'shared/limits',
    'shared/domain',
    'shared/ranking',
    'shared/seal',
    'shared/ceremony',
    'shared/say',
    'shared/ipc',
    'type:shared/import',
  ],
};

/** Import what they like. */
const UNBOUND = new Set(['tests', 'tools', 'resources', 'package.json']);
/** Where the runtime's own package may be used; everything else runs in plain Node too. */
const KNOWS_ELECTRON =
  /^electron\/(main\.ts|application\.ts|preload\.ts|projector-preload\.ts|windows\/.*|ipc\/.*|adapters\/files\/key-store\.ts)$/;

/** Packages the pure core may use: they are pure themselves. */
const PURE_PACKAGES = ['zod', 'cbor-x', '@scure/base', '@noble/hashes'];
/** Packages that never belong into a window. */
const NOT_IN_RENDERER = /^(node:.*|electron(\/.*)?|better-sqlite3|ws|bonjour-service|electron-log.*)$/;
const NODE_BUILTIN =
  /^(node:.*|fs|path|os|crypto|child_process|net|tls|http|https|url|util|stream|events|worker_threads)(\/.*)?$/;

const IMPURE_MEMBERS = new Map([
  ['Math.random', 'pass a Random port'],
  ['Date.now', 'pass a Clock port'],
]);
const LOCALE_METHODS = /^(localeCompare|toLocale\w*)$/;

const layers = {
  create(context) {
    const from = place(context.filename, context.cwd);
    if (from === null) return {};
    const isKnown = MAY_IMPORT[from.layer] !== undefined || UNBOUND.has(from.layer);
    return {
      Program(node) {
        if (!isKnown)
          context.report({ node, message: `${from.layer} is not a known layer: add it to tools/lint/layers.mjs` });
      },
      ...forEachImport((specifier, isTypeOnly, node) => {
        const problem = importProblem(from, specifier, isTypeOnly);
        if (problem !== null) context.report({ node, message: problem });
      }),
      // Requests of windows are checked in one place.
      ImportSpecifier(node) {
        const isRaw = node.imported.name === 'ipcMain' && node.parent?.source?.value === 'electron';
        if (isRaw && from.layer.startsWith('electron') && !['electron/ipc', 'electron/main'].includes(from.layer))
          context.report({ node, message: `${from.layer} may not use ipcMain: go through electron/ipc` });
      },
    };
  },
};

const pure = {
  create(context) {
    const from = place(context.filename, context.cwd);
    if (from === null || !from.layer.startsWith('shared/')) return {};
    return {
      MemberExpression(node) {
        const property = memberName(node);
        if (property === null) return;
        if (LOCALE_METHODS.test(property)) {
          context.report({
            node,
            message: `${property} depends on the platform's locale: compare code units (shared/lib)`,
          });
        }
        const advice =
          node.object.type === 'Identifier' ? IMPURE_MEMBERS.get(`${node.object.name}.${property}`) : undefined;
        if (advice !== undefined)
          context.report({ node, message: `${node.object.name}.${property} is impure: ${advice}` });
      },
      VariableDeclarator(node) {
        if (node.id.type !== 'ObjectPattern' || node.init?.type !== 'Identifier') return;
        for (const property of node.id.properties) {
          const advice = IMPURE_MEMBERS.get(`${node.init.name}.${property.key?.name}`);
          if (advice !== undefined)
            context.report({ node: property, message: `${node.init.name}.${property.key.name} is impure: ${advice}` });
        }
      },
      Identifier(node) {
        if (node.name === 'globalThis') context.report({ node, message: 'globalThis is the platform: use a port' });
      },
    };
  },
};

export default { meta: { name: 'gelar' }, rules: { layers, pure, sentences } };

/** The layer (and renderer feature) of a file inside the repository; null for files outside the layered folders. */
function place(filename, root) {
  const parts = path.relative(root, filename).split(path.sep);
  const [top, second = ''] = parts;
  if (top === 'shared' && parts.length > 1)
    return { filename, root, layer: `shared/${second.replace(/\.tsx?$/, '')}`, feature: null };
  if (top === 'electron') return { filename, root, layer: electronLayer(parts), feature: null };
  if (top === 'renderer') {
    const feature = second === 'features' ? (parts[2] ?? null) : null;
    return { filename, root, layer: 'renderer', feature, isUi: second === 'ui' };
  }
  if (['resources', 'tests', 'tools', 'package.json'].includes(top))
    return { filename, root, layer: top, feature: null };
  return null;
}

/** `main`: the entry, what it puts together, and the preloads. Any other file that lies loose is in no known layer. */
function electronLayer([, second, third]) {
  if (third !== undefined) return `electron/${second}`;
  return ['main.ts', 'application.ts', 'preload.ts', 'projector-preload.ts'].includes(second)
    ? 'electron/main'
    : `electron/${second}`;
}

function importProblem(from, specifier, isTypeOnly) {
  if (UNBOUND.has(from.layer) || MAY_IMPORT[from.layer] === undefined) return null;
  return specifier.startsWith('.') ? fileProblem(from, specifier, isTypeOnly) : packageProblem(from, specifier);
}

function fileProblem(from, specifier, isTypeOnly) {
  const to = place(path.resolve(path.dirname(from.filename), specifier), from.root);
  if (to === null) return `${from.layer} may not import ${specifier}: outside the layered folders`;
  if (to.layer === from.layer) {
    if (from.isUi === true && to.feature !== null)
      return `ui may not import the feature ${to.feature}: it is used by all of them`;
    const isSibling = from.feature !== null && to.feature !== null && from.feature !== to.feature;
    return isSibling
      ? `feature ${from.feature} may not import its sibling ${to.feature}: go through ui/ or the contest store`
      : null;
  }
  const allowed = MAY_IMPORT[from.layer];
  if (allowed.includes(to.layer) || allowed.includes(to.layer.replace(/\/.*/, '/*'))) return null;
  if (allowed.includes(`type:${to.layer}`))
    return isTypeOnly ? null : `${from.layer} may import only types of ${to.layer}`;
  return `${from.layer} may not import ${to.layer}`;
}

function packageProblem(from, specifier) {
  if (from.layer.startsWith('shared/')) {
    const isPure = PURE_PACKAGES.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    return isPure ? null : `${from.layer} is pure and may not import ${specifier}`;
  }
  const file = path.relative(from.root, from.filename).split(path.sep).join('/');
  if (/^electron(\/|$)/.test(specifier) && file.startsWith('electron/') && !KNOWS_ELECTRON.test(file))
    return `${file} runs in plain Node and may not import ${specifier}`;
  if (from.layer === 'renderer' && (NOT_IN_RENDERER.test(specifier) || NODE_BUILTIN.test(specifier))) {
    return `renderer may not import ${specifier}: go through ipc`;
  }
  return null;
}

/** Calls visit(specifier, isTypeOnly, node) for every way to name another module. */
function forEachImport(visit) {
  const declaration = (kind) => (node) => {
    if (node.source === null || node.source === undefined) return;
    visit(node.source.value, node[kind] === 'type', node.source);
  };
  return {
    ImportDeclaration: declaration('importKind'),
    ExportNamedDeclaration: declaration('exportKind'),
    ExportAllDeclaration: declaration('exportKind'),
    ImportExpression(node) {
      if (node.source.type === 'Literal') visit(String(node.source.value), false, node.source);
    },
    TSImportType(node) {
      const source = node.source ?? node.argument?.literal ?? node.argument;
      if (typeof source?.value === 'string') visit(source.value, true, source);
    },
  };
}

function memberName(node) {
  if (!node.computed && node.property.type === 'Identifier') return node.property.name;
  if (node.computed && node.property.type === 'Literal') return String(node.property.value);
  return null;
}
