// How the web app is bundled into dist/web: hashed files that never change, each beside its compressed twins, and one page.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compress } from './compress.build.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  clearScreen: false,
  logLevel: 'warn',
  // From its source. The condition `source` of package.json would not do: React Aria has one of its own under that name.
  resolve: { alias: { '#ledger': here('../../libs/ledger/index.ts') } },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: ['chrome125', 'edge125', 'firefox128', 'safari18'],
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    sourcemap: false,
    cssCodeSplit: false,
    manifest: 'manifest.json',
    rolldownOptions: {
      // Left to itself the bundler makes a file of each part that two screens share, and a first view asks for sixty of them, six at a
      // time. What most screens need comes with the first page; what some need is one file more.
      output: {
        codeSplitting: {
          groups: [
            { name: 'kit', minShareCount: 8, priority: 2 },
            { name: 'field', minShareCount: 3, priority: 1 },
          ],
        },
      },
      onLog: (level, log, write) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && write(level, log),
    },
  },
  plugins: [compress()],
});
