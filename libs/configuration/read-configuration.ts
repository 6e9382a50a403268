// A program's configuration, read once at its start. Every problem is told at once, and no value is ever repeated: a secret may
// stand where it does not belong.
import type { z } from 'zod';
import type { Reader, Variable } from './variable.js';
import { variables, type VariableName, type Variables } from './variables.js';

export type Environment = Readonly<Record<string, string | undefined>>;

type ReadBy<Program extends Reader> = {
  [Name in VariableName]: Program extends Variables[Name]['readBy'][number] ? Name : never;
}[VariableName];

/** What a program reads, by the variables' own names; undefined for one that is not set and has no default. */
export type Configuration<Program extends Reader> = {
  [Name in ReadBy<Program>]: Program extends NeededBy<Name>
    ? NonNullable<z.output<Variables[Name]['schema']>>
    : z.output<Variables[Name]['schema']>;
};

type NeededBy<Name extends VariableName> = NonNullable<Variables[Name]['neededBy']>[number];

export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/** A variable that is set to nothing is not set. Throws a ConfigurationError with a line for each variable that is wrong. */
export function readConfiguration<Program extends Reader>(
  program: Program,
  environment: Environment,
): Configuration<Program> {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { schema, takes, readBy, neededBy }] of Object.entries<Variable>(variables)) {
    if (!readBy.includes(program)) continue;
    const given = environment[name] || undefined;
    const parsed = schema.safeParse(given);
    const isMissing = given === undefined && neededBy?.includes(program);
    if (isMissing) problems.push(`  ${name}: it is not set, and the ${program} needs it; it takes ${takes}.`);
    else if (!parsed.success) problems.push(`  ${name}: what it is set to will not do; it takes ${takes}.`);
    else values[name] = parsed.data;
  }
  problems.push(...sameTwice(values), ...withoutItsOther(values));
  if (problems.length > 0) {
    throw new ConfigurationError(`The environment does not say how to run the ${program}:\n${problems.join('\n')}`);
  }
  return values as Configuration<Program>;
}

/** A line for each variable that has the value of the one that it has to differ from. 0 stands for a port that is free. */
const sameTwice = (values: Record<string, unknown>): string[] =>
  Object.entries<Variable>(variables).flatMap(([name, { otherThan }]) =>
    otherThan && values[name] && values[name] === values[otherThan]
      ? [`  ${name}: it is the same as ${otherThan}; it takes another one.`]
      : [],
  );

/** A line for each variable that is set without the one that it needs beside it. */
const withoutItsOther = (values: Record<string, unknown>): string[] =>
  Object.entries<Variable>(variables).flatMap(([name, { needs }]) =>
    needs && values[name] !== undefined && values[needs] === undefined
      ? [`  ${name}: it is set without ${needs}, which it needs beside it.`]
      : [],
  );
