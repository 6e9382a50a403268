// `npm run generate`: what is derived from the code and committed for people to review: the schema, the charts of the
// definitions, who may do what, every refusal, every variable and event. With --check it writes nothing and fails where a file differs.
import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { definitions } from '#governance';
import { drawDefinition } from './documents/chart.js';
import { configurationTable } from './documents/configuration.js';
import { eventTable } from './documents/events.js';
import { permissionTable } from './documents/permissions.js';
import { problemList } from './documents/problem-list.js';
import { printOurSchema } from './schema/print-schema.js';
import { resolvers } from './schema/resolvers.js';

// Compiled to dist/apps/api/, three folders below the root of the checkout.
const root = fileURLToPath(new URL('../../../', import.meta.url));

const documents: [file: string, content: string][] = [
  ['schema.graphql', await printOurSchema(resolvers)],
  ...definitions.map((definition): [string, string] => [
    `docs/generated/workflow-${definition.key}-v${definition.version}.md`,
    drawDefinition(definition),
  ]),
  ['docs/generated/configuration.md', configurationTable()],
  ['docs/generated/events.md', eventTable()],
  ['docs/generated/permissions.md', permissionTable()],
  ['docs/generated/problems.md', problemList()],
];

function differs([file, content]: [string, string]): boolean {
  const target = path.join(root, file);
  return !existsSync(target) || readFileSync(target, 'utf8') !== content;
}

const changed = documents.filter(differs);
if (process.argv.includes('--check')) {
  for (const [file] of changed) console.error(`${file} is not what the code says. Run: npm run generate`);
  process.exitCode = changed.length > 0 ? 1 : 0;
} else {
  mkdirSync(path.join(root, 'docs/generated'), { recursive: true });
  for (const [file, content] of changed) writeFileSync(path.join(root, file), content);
  console.log(changed.length > 0 ? changed.map(([file]) => `wrote ${file}`).join('\n') : 'Nothing to write.');
}
