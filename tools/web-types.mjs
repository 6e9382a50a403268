// Part of `npm run generate`: apps/web/gql/introspection.ts, schema.graphql as a type, from which the web app's documents get
// theirs. With --check it writes nothing and fails where the file differs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const at = path => new URL(`../${path}`, import.meta.url);
const file = at('apps/web/gql/introspection.ts');
const opening = '// What the API offers, as a type. Written by npm run generate from schema.graphql; never by hand.\n';

const schema = buildSchema(readFileSync(at('schema.graphql'), 'utf8'));
const minified = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
const printed = outputIntrospectionFile(minified, { fileType: '.d.ts', shouldPreprocess: true });
// What follows would set the schema for every document of the repository; gql/graphql.ts sets it for the web app.
const [types] = printed.split(/^import \* as gqlTada/m);
const wanted = opening + types.trimEnd() + '\n';

const differs = !existsSync(file) || readFileSync(file, 'utf8') !== wanted;
if (process.argv.includes('--check')) {
  if (differs) console.error('apps/web/gql/introspection.ts is not what schema.graphql says. Run: npm run generate');
  process.exitCode = differs ? 1 : 0;
} else {
  if (differs) writeFileSync(file, wanted);
  console.log(differs ? 'wrote apps/web/gql/introspection.ts' : 'The types of the web app are as they were.');
}
