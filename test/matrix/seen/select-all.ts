// Queries that ask for every field there is, made from the schema; and what came back, field by field.
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Row } from '../../harness/index.js';

export const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

const fieldsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] => Object.values(type.getFields());
const objectTypes = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);
const roots = new Set([schema.getQueryType()!.name, schema.getMutationType()!.name]);

/** Every `Type.field` that can be asked for. Queries and mutations have tables of their own; subscriptions stand with the fields. */
export const exposedFields = objectTypes
  .filter(({ name }) => !roots.has(name))
  .flatMap(type => fieldsOf(type).map(({ name }) => `${type.name}.${name}`));

/** All fields of a type, and of what they lead to; a type within itself is left out. */
export function selectAll(typeName: string, within: string[] = []): string {
  const type = schema.getType(typeName);
  if (isUnionType(type))
    return `{ __typename ${type
      .getTypes()
      .map(({ name }) => `... on ${name} ${selectAll(name, within)}`)
      .join(' ')} }`;
  if (!isObjectType(type)) return '';
  const selected = fieldsOf(type)
    .filter(field => !within.includes(getNamedType(field.type).name))
    .map(field => `${field.name} ${selectAll(getNamedType(field.type).name, [...within, typeName])}`);
  return `{ ${selected.join(' ')} }`;
}

export type Standing = 'v' | '0' | 'e';
/** How each field came back: by `Type.field`, all that was met. */
export type Seen = Map<string, Set<Standing>>;

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value as object).length === 0;

const standingOf = (value: unknown): Standing => {
  if (value === null || value === undefined) return '0';
  return isEmpty(value) ? 'e' : 'v';
};

/** Notes what `data`, an answer of this type, shows. */
export function note(seen: Seen, type: GraphQLOutputType, data: unknown): void {
  if (isNonNullType(type)) return note(seen, type.ofType as GraphQLOutputType, data);
  if (isListType(type)) return (data as unknown[] | null)?.forEach(each => note(seen, type.ofType, each));
  if (data === null || data === undefined) return;
  const row = data as Row;
  if (isUnionType(type) || isInterfaceType(type)) return noteObject(seen, row['__typename'] as string, row);
  if (isObjectType(type)) noteObject(seen, type.name, row);
}

function noteObject(seen: Seen, typeName: string, row: Row): void {
  const type = schema.getType(typeName) as GraphQLObjectType;
  for (const field of fieldsOf(type).filter(({ name }) => name in row)) {
    const key = `${typeName}.${field.name}`;
    if (!roots.has(typeName)) seen.set(key, (seen.get(key) ?? new Set()).add(standingOf(row[field.name])));
    note(seen, field.type, row[field.name]);
  }
}

/** One letter for all that was met of a field: a value anywhere counts. */
export const letterOf = (standings: Set<Standing> | undefined): string =>
  standings ? (['v', 'e', '0'] as const).find(standing => standings.has(standing))! : '-';
