// Reads a command as handed in: the typed command, or INVALID with every offending place. Nothing is loaded for this.
import type { z } from 'zod';
import { invalid, isProblem, type Fault, type FaultCode, type Problem } from '../problems.js';
import { commandShapes, type Command, type CommandType } from './commands.js';

/** `input` is what the client sent, less the command id. */
export function checkShape(type: CommandType, input: unknown): Command | Problem {
  const read = readShape<object>(commandShapes[type], input);
  return isProblem(read) ? read : ({ type, ...read } as Command);
}

/** What the shape makes of the input, or INVALID. */
export function readShape<T>(shape: z.ZodType<T>, input: unknown): T | Problem {
  const parsed = shape.safeParse(input);
  return parsed.success ? parsed.data : invalid(...parsed.error.issues.flatMap(issue => faultsOf(issue, input)));
}

function faultsOf(issue: z.core.$ZodIssue, input: unknown): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ path: pathOf([...issue.path, key], input), code: 'unknown-key' as const }));
  }
  const [code, expected] = codeOf(issue, valueAt(issue.path, input));
  return [{ path: pathOf(issue.path, input), code, ...(expected ? { expected } : {}) }];
}

const valueAt = (path: PropertyKey[], input: unknown): unknown =>
  path.reduce((node, step) => (node as Record<PropertyKey, unknown> | null | undefined)?.[step], input);

function codeOf(issue: z.core.$ZodIssue, value: unknown): [FaultCode, string?] {
  switch (issue.code) {
    case 'custom': {
      const { fault, expected } = issue.params as { fault: FaultCode; expected?: string };
      return [fault, expected];
    }
    case 'too_big':
      if (issue.origin === 'string') return ['too-long', String(issue.maximum)];
      return issue.origin === 'array' ? ['too-many', String(issue.maximum)] : ['out-of-range', `≤ ${issue.maximum}`];
    case 'too_small':
      return issue.origin === 'array' ? ['required'] : ['out-of-range', `≥ ${issue.minimum}`];
    case 'invalid_value':
      return [value === undefined ? 'required' : 'not-an-option', issue.values.join(', ')];
    case 'invalid_format':
      return ['wrong-shape', 'an id of letters, digits, and . _ : -'];
    case 'invalid_type':
      return [value === undefined ? 'required' : 'wrong-type', typeWords[issue.expected] ?? issue.expected];
    default:
      return ['wrong-type'];
  }
}

/** Zod's names of types, as a person would say them. */
const typeWords: Record<string, string> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** `dossier.risks[1].likelihood` reads `risks.K-2.likelihood`; an answer is named by its question, a record field by itself. */
function pathOf(path: PropertyKey[], input: unknown): string {
  const steps: string[] = [];
  let node: unknown = input;
  for (const step of path) {
    node = (node as Record<PropertyKey, unknown> | undefined)?.[step];
    steps.push(typeof step === 'number' ? nameOf(node, step) : String(step));
  }
  const named = steps[0] === 'dossier' || steps[0] === 'record' ? steps.slice(1) : steps;
  // An answer is one place, whatever of it is wrong.
  const place = named[0] === 'answers' ? named.slice(0, 2) : named;
  return (place.length > 0 ? place : steps).join('.');
}

function nameOf(element: unknown, index: number): string {
  const { id, questionId } = (element ?? {}) as { id?: unknown; questionId?: unknown };
  const name = typeof questionId === 'string' ? questionId : id;
  return typeof name === 'string' && name.length <= 64 ? name : String(index);
}
