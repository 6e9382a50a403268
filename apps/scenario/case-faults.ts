// Finds every fault of a case file before anything is played: where it is, what is wrong, and what would mend it.
// Whether the content is right (questions, answers, facts) is the product's judgement and is not looked at here.
import type { z } from 'zod';
import { type CaseFile, caseSchema, checkSchema, commandStepSchema, lookStepSchema } from './case-file.js';
import { type Fault, written } from './fault.js';
import { referenceFaults } from './reference-faults.js';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** The case file, or all of its faults. */
export function readCase(text: string): { caseFile: CaseFile } | { faults: Fault[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { faults: [{ path: '$', says: `This file is not JSON: ${(error as Error).message}. Mend the text.` }] };
  }
  const faults = [...shapeFaults(json), ...stepFaults(json)];
  if (faults.length === 0) faults.push(...referenceFaults(json as CaseFile));
  return faults.length > 0 ? { faults } : { caseFile: json as CaseFile };
}

function shapeFaults(json: unknown): Fault[] {
  return toFaults(caseSchema.safeParse(json), json, [], Object.keys(caseSchema.shape));
}

function stepFaults(json: unknown): Fault[] {
  const steps = isObject(json) && Array.isArray(json.steps) ? json.steps : [];
  return steps.flatMap((step: unknown, index) => faultsOfStep(step, ['steps', index]));
}

function faultsOfStep(step: unknown, path: Path): Fault[] {
  if (!isObject(step)) return [{ path: written(path), says: 'A step must be an object. Give it "as" and "do".' }];
  if ('do' in step === 'check' in step) {
    return [{ path: written(path), says: 'A step is a command or a look. Give it exactly one of "do" and "check".' }];
  }
  const schema = 'do' in step ? commandStepSchema : lookStepSchema;
  const faults = toFaults(schema.safeParse(step), step, path, Object.keys(schema.shape));
  const emptyLook = isObject(step.check) && Object.keys(step.check).length === 0;
  if (emptyLook) faults.push({ path: written([...path, 'check']), says: `${emptyCheck} ${choice(checkKeys)}` });
  return faults;
}

const checkKeys = Object.keys(checkSchema.shape);
const emptyCheck = 'A look must compare something.';

function toFaults(result: z.ZodSafeParseResult<unknown>, value: unknown, path: Path, keys: string[]): Fault[] {
  const issues = result.success ? [] : result.error.issues;
  return issues.map(issue => ({
    path: written([...path, ...issue.path]),
    says: sentence(issue, valueAt(value, issue.path), issue.path.length === 0 ? keys : knownKeys(issue)),
  }));
}

function knownKeys(issue: Issue): string[] {
  return issue.path.length === 1 && issue.path[0] === 'check' ? checkKeys : [];
}

function sentence(issue: Issue, seen: unknown, keys: string[]): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map(quoted).join(', ')} is not known here. Remove it${keys.length ? `; ${lower(choice(keys))}` : '.'}`;
    case 'invalid_value':
      return `${described(seen)} ${choice(issue.values.map(String))}`;
    case 'invalid_type':
      return `${described(seen)} Give ${kindOf(issue.expected)}.`;
    case 'too_small':
      return issue.origin === 'array' ? 'This list is empty. Add at least one step.' : 'Give a number of at least 0.';
    case 'invalid_key':
      return 'A name here is blank. Write the name.';
    default:
      return 'This text is blank. Write it, or leave the field out where it may be left out.';
  }
}

function described(seen: unknown): string {
  if (seen === undefined) return 'This is missing.';
  if (typeof seen === 'string') return `${quoted(seen)} does not belong here.`;
  if (typeof seen === 'object')
    return `This is ${seen === null ? 'null' : Array.isArray(seen) ? 'a list' : 'an object'}.`;
  return `This is ${JSON.stringify(seen)}.`;
}

const kinds: Record<string, string> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a whole number',
};

const kindOf = (expected: string): string => kinds[expected] ?? expected;
const choice = (values: string[]): string =>
  values.length === 1 ? `Use ${values[0]}.` : `Use one of: ${values.join(', ')}.`;
const lower = (text: string): string => text[0]!.toLowerCase() + text.slice(1);
const quoted = (text: string): string => `"${text}"`;

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | undefined)?.[part], value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
