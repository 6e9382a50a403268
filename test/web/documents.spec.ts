// Every document of the web app asks what the API has: the types make `unknown` of a field that does not exist, this names it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, OperationTypeNode, parse, validate, type DefinitionNode, type DocumentNode } from 'graphql';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));

const files = readdirSync(join(root, 'apps/web'), { recursive: true, encoding: 'utf8' })
  .filter(name => /(?<!\.spec)\.tsx?$/.test(name))
  .map(name => join('apps/web', name));
const documents = files.flatMap(file =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map(([, text = '']) => ({
    file,
    text,
  })),
);
const definitions = documents.flatMap(({ text }) => [...parse(text).definitions]);
const fragments = new Map(
  definitions.flatMap(each => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
);

/** With the fragments that it uses, and those that they use. */
function complete({ definitions: own }: DocumentNode): DocumentNode {
  const all = new Set<DefinitionNode>(own);
  for (const definition of all) {
    for (const [, name = ''] of JSON.stringify(definition).matchAll(
      /"kind":"FragmentSpread","name":\{"kind":"Name","value":"(\w+)"/g,
    )) {
      const fragment = fragments.get(name);
      if (fragment) all.add(fragment);
    }
  }
  return { kind: Kind.DOCUMENT, definitions: [...all] };
}

const mutationsIn = (each: DefinitionNode): string[] =>
  each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.MUTATION
    ? each.selectionSet.selections.flatMap(field => (field.kind === Kind.FIELD ? [field.name.value] : []))
    : [];

describe('The documents of the web app', () => {
  it('are there', () => expect(documents.length).toBeGreaterThan(1));

  it('have names of their own', () => {
    const names = definitions.map(each => ('name' in each ? each.name?.value : undefined));
    expect(names.filter((name, index) => name === undefined || names.indexOf(name) !== index)).toEqual([]);
  });

  it('offer every act that the API has', () => {
    const acts = Object.keys(schema.getMutationType()!.getFields());
    const offered = new Set(definitions.flatMap(mutationsIn));
    expect(acts.filter(act => !offered.has(act))).toEqual([]);
  });

  it.each(documents)('ask what the schema has: $file', ({ text }) => {
    const document = complete(parse(text));
    const isFragment = document.definitions[0]?.kind === Kind.FRAGMENT_DEFINITION;
    const faults = validate(schema, document).filter(({ message }) => !(isFragment && /is never used/.test(message)));
    expect(faults.map(({ message }) => message)).toEqual([]);
  });
});
