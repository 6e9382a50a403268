// What an operation costs, judged by its text before it runs: how many values it may answer at the page sizes that it asks for, and
// what is asked of the database for them. Each fragment is measured once.
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { LIMITS } from './limits.js';
import type { Fragments } from './measure.js';

/** In units: one is about a statement to the database, or a hundred plain values. */
const PRICES = {
  /** To be at the door at all. */
  request: 1,
  /** Of the document: to parse and validate it, also where it comes to nothing. */
  letter: 0.002,
  value: 0.01,
  /** A root field, and each field that is read page by page: a statement of its own. */
  statement: 1,
  command: 10,
  /** It is told for as long as it is open, and everything that is told is asked for anew. */
  subscription: 10,
  /** A page of a portfolio: some hundred histories folded. */
  portfolio: 40,
};

/** Queries that do as much as a command: they fold a whole history, judge a revision, or count what happened in a period. */
const LIKE_COMMANDS: ReadonlySet<string> = new Set(['proposalAsOf', 'previewRevision', 'reports', 'myWork']);

/** Fields that fold the history of a proposal, and those that look something up in it; a list counts for each of its elements. */
const OF_HISTORIES: ReadonlyMap<string, number> = new Map([
  ...['atRevision', 'progress'].map(name => [name, 0.5] as const),
  ...['revisions', 'myLastReview', 'myTasks', 'onRevision', 'dueOn', 'sayBy', 'holdings'].map(
    name => [name, 0.05] as const,
  ),
]);

/** How long a list is taken to be that has no page size. */
const USUAL_LIST = 10;

export const REQUEST_PRICE = PRICES.request;
export const STATEMENT_PRICE = PRICES.statement;

/** What it costs to read a document, in units: one for 500 letters. */
export const readingCost = (source: string): number => source.length * PRICES.letter;

export interface Asked {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Fragments;
  /** As sent: they are not coerced yet, and may be anything. */
  variables: Readonly<Record<string, unknown>>;
}

/** `listed` is what stands directly in a list, and is paid once for each element of the page that holds it. */
interface Part {
  plain: number;
  listed: number;
}

type Selecting = { selectionSet?: { selections: readonly SelectionNode[] } };

/** The cost of a validated operation, in units, beside the request and its reading. */
export function costOf(asked: Asked): number {
  const { schema, operation, fragments } = asked;
  const known = new Map<string, Part>();

  const spread = (name: string): Part => {
    const fragment = fragments.get(name);
    const part = known.get(name) ?? within(fragment?.typeCondition.name.value, fragment ?? {});
    known.set(name, part);
    return part;
  };
  const within = (parent: string | undefined, { selectionSet }: Selecting): Part =>
    (selectionSet?.selections ?? []).map(node => select(parent, node)).reduce(together, { plain: 0, listed: 0 });
  const select = (parent: string | undefined, node: SelectionNode): Part => {
    if (node.kind === Kind.INLINE_FRAGMENT) return within(node.typeCondition?.name.value ?? parent, node);
    if (node.kind === Kind.FRAGMENT_SPREAD) return spread(node.name.value);
    const field = fieldOf(schema, parent, node.name.value);
    if (!field) return { plain: PRICES.value, listed: 0 };
    const page = pageOf(asked, field, node);
    const below = within(getNamedType(field.type).name, node);
    const price = priceOf(asked, parent, node.name.value, page) + inPages(below, page);
    return isList(field.type) ? { plain: 0, listed: price } : { plain: price, listed: 0 };
  };

  const root = schema.getRootType(operation.operation)?.name;
  return inPages(within(root, operation));
}

const together = (a: Part, b: Part): Part => ({ plain: a.plain + b.plain, listed: a.listed + b.listed });

const inPages = ({ plain, listed }: Part, page = USUAL_LIST): number => plain + page * listed;

const isList = (type: GraphQLType): boolean => isListType(getNullableType(type));

function priceOf({ schema }: Asked, parent: string | undefined, name: string, page: number | undefined): number {
  if (name === 'portfolioAsOf') return PRICES.portfolio;
  const isCommand = parent === schema.getMutationType()?.name || LIKE_COMMANDS.has(name);
  if (isCommand) return PRICES.command;
  if (parent === schema.getSubscriptionType()?.name) return PRICES.subscription;
  if (parent === schema.getQueryType()?.name || page !== undefined) return PRICES.statement;
  return OF_HISTORIES.get(name) ?? PRICES.value;
}

function fieldOf(
  schema: GraphQLSchema,
  parent: string | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find(field => field.name === name);
  const type = parent === undefined ? undefined : schema.getType(parent);
  return meta ?? (isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined);
}

/** The size of the field's page; undefined where it takes none. A size that will be refused counts as the nearest lawful one. */
function pageOf(asked: Asked, field: GraphQLField<unknown, unknown>, node: FieldNode): number | undefined {
  const taken = field.args.find(arg => arg.name === 'first');
  if (!taken) return undefined;
  const given = node.arguments?.find(arg => arg.name.value === 'first')?.value;
  const size = numberOf(asked, given) ?? Number(taken.defaultValue ?? LIMITS.page);
  return Math.min(Math.max(size, 1), LIMITS.page);
}

function numberOf({ operation, variables }: Asked, value: ValueNode | undefined): number | undefined {
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind !== Kind.VARIABLE) return undefined;
  const name = value.name.value;
  if (Object.hasOwn(variables, name)) return Number.isInteger(variables[name]) ? Number(variables[name]) : undefined;
  const usual = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return usual?.kind === Kind.INT ? Number(usual.value) : undefined;
}
