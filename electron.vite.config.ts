/**
 * The application's three builds. The targets are what the oldest runtime we run on understands (see tools/fallback-runtime.mjs), not what
 * the electron package of the day carries. Preloads are CommonJS in one file each, with fixed names: a sandboxed preload
 * can load nothing else, and the main process names the file.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import path from 'node:path';
import type { Plugin } from 'vite';
import { guidePages } from './tools/guide/pages.ts';

const here = (file: string) => path.resolve(import.meta.dirname, file);

/** Native modules, and what a package resolves for itself at run time; everything else is bundled. */
const external = ['electron', 'better-sqlite3', 'bufferutil', 'utf-8-validate', 'cbor-extract'];

/**
 * Letters beyond ASCII as escapes: the engine holds and reads such code a byte a letter, where a single “ makes it two. What a
 * tagged template reads raw would change; no code here has such a letter in one.
 */
function plainLetters(): Plugin {
  return {
    name: 'plain-letters',
    generateBundle: (_options, bundle) => {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = escaped(file.code);
    },
  };
}

function escaped(code: string): string {
  return code.replaceAll(/[^\0-\x7F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export default defineConfig({
  main: {
    plugins: [plainLetters()],
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      outDir: 'out/main',
      chunkSizeWarningLimit: 1500,
      rollupOptions: {
        input: {
          main: here('electron/main.ts'),
          'spreadsheet-worker': here('electron/adapters/spreadsheet-worker.ts'),
          'document-worker': here('electron/adapters/document-worker.ts'),
        },
        external,
        output: {
          format: 'es',
          // All in one folder: what lies beside the code is found from wherever a part of it has come to be.
          chunkFileNames: '[name]-[hash].js',
          // Names stay: the log says by them where the program is at fault.
          minify: { compress: true, mangle: { keepNames: true } },
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: {
        input: { main: here('electron/preload.ts'), projector: here('electron/projector-preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react(), guidePages(), plainLetters()],
    build: {
      target: 'chrome130',
      minify: true,
      chunkSizeWarningLimit: 1500,
      outDir: 'out/renderer',
      // Every font and picture is a file of its own: the pages' policy allows no data: fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: here('renderer/index.html'), projector: here('renderer/projector.html') } },
    },
  },
});
