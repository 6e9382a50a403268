// The scalars of the public API: DateTime, Date, UUID and JSON. What a client may write in them is decided here and nowhere else.
import { GraphQLScalarType, type ValueNode, Kind, valueFromASTUntyped } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSON } from 'graphql-scalars';

const UUID_SHAPE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The years that both PostgreSQL and RFC 3339 can write: a moment outside would be taken in and never be shown again. */
const STORABLE_YEAR = /^(?!0000)\d{4}-/;

/** How deep a JSON value may be nested. Whoever walks such a value (hashing, shape checks) may recurse without fear. */
export const JSON_DEPTH = 32;

/**
 * A moment. Clients may write any offset; it is kept, compared and answered in UTC.
 * Inputs arrive in the resolvers as ISO strings, so that no Date ever enters the rules; outputs may be Dates or ISO strings.
 */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description:
    'A moment in ISO 8601 with its offset, such as 2026-11-22T09:30:00+13:00. Answers are always in UTC (Z).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: value => String(GraphQLDateTimeISO.serialize(value)),
  parseValue: readDateTime,
  parseLiteral: node => readDateTime(textOf(node)),
});

/** A day by the calendar in New Zealand. It is answered only; nobody sends one. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day in New Zealand (Pacific/Auckland), such as 2026-11-24.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: String,
});

/** A UUID of any version: strict (no braces), and in lower case, so that one id has one spelling. */
export const UuidScalar = new GraphQLScalarType<string, string>({
  name: 'UUID',
  description: 'A UUID of any version, such as 0190f5a4-7d2c-7e11-9a3b-5c1f0e8d2b47. Answered in lower case.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  serialize: readUuid,
  parseValue: readUuid,
  parseLiteral: node => readUuid(textOf(node)),
});

/** Any JSON value: facts, answers, ledger payloads. Their shape is checked by the rules, not by GraphQL. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: `Any JSON value, nested at most ${JSON_DEPTH} levels deep.`,
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: GraphQLJSON.serialize,
  parseValue: readJson,
  parseLiteral: (node, variables) => readJson(plainJson(valueFromASTUntyped(node, variables))),
});

function readDateTime(value: unknown): string {
  try {
    const moment = GraphQLDateTimeISO.parseValue(value).toISOString();
    if (STORABLE_YEAR.test(moment)) return moment;
  } catch {
    // Told below, in our words.
  }
  throw new TypeError(
    'A DateTime is written in ISO 8601 with its offset, in the years 1 to 9999 of UTC, such as 2026-11-22T09:30:00Z.',
  );
}

function readUuid(value: unknown): string {
  if (typeof value === 'string' && UUID_SHAPE.test(value)) return value.toLowerCase();
  throw new TypeError(
    'A UUID is written as 32 hexadecimal digits in five groups, such as 0190f5a4-7d2c-7e11-9a3b-5c1f0e8d2b47.',
  );
}

function readJson(value: unknown): unknown {
  if (isDeeperThan(value, JSON_DEPTH)) {
    throw new TypeError(`A JSON value may be nested at most ${JSON_DEPTH} levels deep; send it flatter.`);
  }
  if (namesPrototype(value)) throw new TypeError('No key of a JSON value may be called __proto__; leave it out.');
  return value;
}

/** As a variable it is refused while the body is read; as a literal it would come this far, and be dropped without a word. */
function namesPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype);
}

/** Stops at the limit, so that a hostile value cannot exhaust the stack here either. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some(inner => isDeeperThan(inner, levels - 1));
}

/** graphql-js makes objects without a prototype out of literals; the rest of the product expects ordinary ones. */
function plainJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function textOf(node: ValueNode): string | undefined {
  return node.kind === Kind.STRING ? node.value : undefined;
}
