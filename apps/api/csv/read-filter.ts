// What an address asks for, as the variables of a list's query: its filters have the same names as there.
import {
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { badUserInput } from '../graphql/refusals.js';

/** As Fastify reads it: a name that stands there more than once has a list of values. */
export type Asked = Readonly<Record<string, string | string[]>>;

/** Those of the file itself. */
const OF_THE_FILE = ['bom', 'part'];

const OF_PAGES = ['first', 'after'];

interface Place {
  type: GraphQLInputType;
  /** The variable whose field it is; undefined for a variable of its own. */
  within: string | undefined;
}

/** Throws BAD_USER_INPUT for a name that the list does not have. What a value may be is the query's to say. */
export function readFilter(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  asked: Asked,
): Record<string, unknown> {
  const places = placesIn(schema, operation);
  const variables: Record<string, Record<string, unknown>> = {};
  for (const [name, given] of Object.entries(asked)) {
    if (OF_THE_FILE.includes(name)) continue;
    const place = places.get(name);
    if (!place) throw badUserInput(`This list has no “${name.slice(0, 40)}”; ${knownNames(places)}.`);
    if (place.within === undefined) variables[name] = valueOf(place.type, given) as Record<string, unknown>;
    else (variables[place.within] ??= {})[name] = valueOf(place.type, given);
  }
  return variables;
}

const knownNames = (places: ReadonlyMap<string, Place>): string =>
  places.size === 0 ? 'it takes no filter' : `it can be asked for by ${[...places.keys()].join(', ')}`;

function placesIn(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { variable, type: node } of variableDefinitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as never) as unknown as GraphQLInputType;
    const named = getNamedType(type);
    if (OF_PAGES.includes(name)) continue;
    if (!isInputObjectType(named)) places.set(name, { type, within: undefined });
    else
      for (const field of Object.values(named.getFields())) places.set(field.name, { type: field.type, within: name });
  }
  return places;
}

function valueOf(type: GraphQLInputType, given: string | string[]): unknown {
  const values = [given].flat();
  const { name } = getNamedType(type);
  if (isListType(getNullableType(type)))
    return values.flatMap(value => value.split(',')).map(value => plain(name, value));
  return plain(name, values.at(-1) ?? '');
}

function plain(type: string, text: string): unknown {
  if (type === 'Boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return type === 'Int' && /^-?\d{1,10}$/.test(text) ? Number(text) : text;
}
