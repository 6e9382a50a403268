// Free text: what may stand in it, and how long it may be. Which fields of an event hold it is said here as well.
import { z } from 'zod';
import type { FaultCode } from '../problems.js';
import { isTick } from '../vocabulary/index.js';

/** Longest texts, in UTF-16 code units. */
export const lengths = { id: 64, line: 500, text: 20_000 } as const;

// C0 and C1 controls, and the characters that override or isolate the direction of writing (Unicode TR 9, section 2).
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
const lineBreaks = /[\t\n\r\u2028\u2029]/;

export const wordsFault = (value: string, longest: number, oneLine = false): FaultCode | undefined => {
  if (value.length > longest) return 'too-long';
  if (controls.test(value) || !value.isWellFormed() || (oneLine && lineBreaks.test(value))) return 'control-characters';
  return undefined;
};

// Format characters and Hangul fillers show nothing (Unicode category Cf; U+115F, U+1160, U+3164).
const invisible = /[\p{Cf}\u115F\u1160\u3164]/gu;

/** Absent, or nothing that anybody could see. */
export const isBlank = (text: string | undefined): boolean =>
  text === undefined || text.replaceAll(invisible, '').trim() === '';

/** Does it hold characters that show nothing? Two names that differ in those look alike. */
const hides = (text: string): boolean => text.replaceAll(invisible, '') !== text;

const checked = (longest: number, oneLine: boolean, required: boolean) =>
  z.string().superRefine((value, context) => {
    const fault = required && isBlank(value) ? 'blank' : wordsFault(value, longest, oneLine);
    if (fault) context.addIssue({ code: 'custom', continue: false, params: { fault, expected: String(longest) } });
  });

const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform(value => value ?? undefined);

/** A name or title: one line, not blank. */
export const line = checked(lengths.line, true, true);
/** A name that somebody is told apart by. Blanks are one space and none around it, and one name has one spelling (Unicode NFC). */
export const name = line
  .superRefine((value, context) => {
    if (hides(value)) context.addIssue({ code: 'custom', params: { fault: 'control-characters' } });
  })
  .transform(value => value.replaceAll(/\s+/g, ' ').trim().normalize('NFC'));
/** A text that a command needs: not blank. */
export const text = checked(lengths.text, false, true);
export const optionalLine = absent(checked(lengths.line, true, false));
/** May be blank: then it counts as not given. */
export const optionalText = absent(checked(lengths.text, false, false)).transform(value =>
  isBlank(value) ? undefined : value,
);
const moment = z.iso.datetime({ offset: true });
/** A date and time with its offset, as ISO 8601 writes it. */
export const optionalMoment = absent(
  z.string().superRefine((value, context) => {
    if (moment.safeParse(value).success) return;
    context.addIssue({ code: 'custom', params: { fault: 'wrong-shape', expected: 'a date and time with its offset' } });
  }),
);
/** An id that somebody may have made up: whatever it names is looked up, so only its size and its bytes are checked. */
export const opaqueId = checked(200, true, false);
export const optionalId = absent(opaqueId);
/** An id that a client chose: it names an element and can hold no sentence. */
export const clientId = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._:/()–-]{0,63}$/u);

const openKeys = new Set(
  (
    'type at version revision onRevision proposalId personId organisationId role key digest tier from to raised copyOf ' +
    'leadOrganisationId changedPaths order id purposeIds identifiability rung proposedByPartner likelihood consequence ' +
    'residualLikelihood residualConsequence questionId organisationIds concernId commentId conditionId audience severity ' +
    'disposition status relevant signOff finding precedent dueAt outcome overruled content staleBecause facts commitment ' +
    'total ' +
    'work ' +
    // of erasures
    'erased ' +
    // of the directory's events
    'assignmentId tokenId identityId issuedThrough organisationKind scopes startsAt endsAt expiresAt ' +
    // of what auditors read
    'operations proposalIds'
  ).split(' '),
);
const structure = new Set(
  (
    'by to workflow catalogue dossier title summary retention transferRoute purposes dataItems recipients alternatives ' +
    'risks answers saved alternative conditions checklist urgentRecord mentions'
  ).split(' '),
);

/** A question or a place of the dossier, as opposed to somebody's own words. */
const isPlace = (value: unknown): boolean => clientId.safeParse(value).success;

export type FieldKind = 'open' | 'node' | 'words';

/**
 * What a field of an event holds: something open (ids, enums, numbers), a node with fields of its own, or a person's words,
 * which are kept apart from the ledger so that they can be erased. Whatever is not named here is taken to be words:
 * a new field is private until somebody opens it.
 */
export function kindOfField(key: string, value: unknown): FieldKind {
  if (structure.has(key) && typeof value === 'object') return 'node';
  if (key === 'about') return Array.isArray(value) && value.every(isPlace) ? 'open' : 'words';
  if (key === 'answer') return isTick(value) ? 'open' : 'words';
  return openKeys.has(key) ? 'open' : 'words';
}
