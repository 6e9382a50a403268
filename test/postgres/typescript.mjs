// Lets plain node load the repository's TypeScript: for what runs outside jest's module world, that is its global set-up and
// the child processes of stories. Use: `import './typescript.mjs'` first, or `node --import <this file>`.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const configFile = fileURLToPath(new URL('../../.swcrc', import.meta.url));

registerHooks({
  // Relative imports end in .js, as they will once compiled; `source` is the condition under which #store is TypeScript.
  resolve(specifier, context, nextResolve) {
    const asSource = { ...context, conditions: ['source', ...context.conditions] };
    if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return nextResolve(specifier, asSource);
    try {
      return nextResolve(specifier.replace(/\.js$/, '.ts'), asSource);
    } catch {
      return nextResolve(specifier, asSource); // a file that really is JavaScript
    }
  },
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/'))
      return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, configFile, sourceMaps: 'inline' });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
