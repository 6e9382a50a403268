// The options of a command, checked one by one so that a mistake gets a sentence of its own.
import { lengths, roleKeys, wordsFault, type Role } from '#governance';
import { isUuid, type OrganisationKind } from '#store';
import { UsageError } from './usage.js';

export type Given = Record<string, string | boolean | undefined>;

const kinds: readonly OrganisationKind[] = ['AGENCY', 'NGO', 'IWI', 'OVERSIGHT', 'OTHER'];

export function textOf(given: Given, option: string): string {
  const value = given[option];
  if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`--${option} is needed.`);
  const text = value.trim();
  const fault = wordsFault(text, lengths.line, true);
  if (fault === 'too-long') throw new UsageError(`--${option} is too long; ${lengths.line} characters at most.`);
  if (fault) throw new UsageError(`--${option} holds control characters; take them out.`);
  return text;
}

export function idOf(given: Given, option: string): string {
  const value = textOf(given, option);
  if (!isUuid(value)) throw new UsageError(`--${option} takes an id as \`list\` shows it.`);
  return value;
}

export const optionalId = (given: Given, option: string): string | undefined =>
  given[option] === undefined ? undefined : idOf(given, option);

export function kindOf(given: Given, usual?: OrganisationKind): OrganisationKind {
  const value = given['kind'] ?? usual;
  const kind = kinds.find(each => each === value);
  if (!kind) throw new UsageError(`--kind is one of ${kinds.join(', ')}.`);
  return kind;
}

export function roleOf(given: Given): Role {
  const role = roleKeys.find(each => each === given['role']);
  if (!role) throw new UsageError(`--role is one of ${roleKeys.join(', ')}.`);
  return role;
}

export function timeOf(given: Given, option: string): string | undefined {
  const value = given[option];
  if (value === undefined) return undefined;
  const time = new Date(String(value));
  if (Number.isNaN(time.getTime())) throw new UsageError(`--${option} takes a time such as 2027-01-31T09:00+13:00.`);
  return time.toISOString();
}

const longestLife = 366;

export function daysOf(given: Given, usual: number): number {
  const days = Number(given['days'] ?? usual);
  if (!Number.isInteger(days) || days < 1 || days > longestLife)
    throw new UsageError(`--days is from 1 to ${longestLife}.`);
  return days;
}
