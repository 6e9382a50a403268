// What people can ask of the directory, at either door. Shapes are checked here, before anything is loaded.
import { z } from 'zod';
import { readShape } from '../proposal/check-shape.js';
import { line, name, opaqueId, optionalMoment } from '../proposal/words.js';
import { isProblem, type Problem } from '../problems.js';
import { roleKeys } from '../vocabulary/index.js';
import { organisationKinds } from './directory.js';

/** Ids are UUIDs here, and one id has one spelling. */
const id = opaqueId.transform(value => value.toLowerCase());

const moment = optionalMoment.transform(value => (value === undefined ? undefined : new Date(value).toISOString()));
const optionalId = id.nullish().transform(value => value ?? undefined);

const address = line.superRefine((value, context) => {
  if (/^https?:\/\/[^\s?#]+$/.test(value)) return;
  context.addIssue({
    code: 'custom',
    params: { fault: 'wrong-shape', expected: 'an address that begins with https://' },
  });
});

/** In days; the first is what a token gets when nobody says. */
export const tokenLife = { usual: 90, longest: 366 } as const;

export const directoryShapes = {
  AddOrganisation: z.strictObject({ name, kind: z.enum(organisationKinds) }),
  AddPerson: z.strictObject({ organisationId: id, displayName: name }),
  AssignRole: z.strictObject({
    personId: id,
    role: z.enum(roleKeys),
    /** The person's own, unless another is named. */
    organisationId: optionalId,
    from: moment,
    until: moment,
  }),
  EndRole: z.strictObject({ assignmentId: id, until: moment }),
  IssueToken: z.strictObject({
    /** Oneself, unless another is named. */
    personId: optionalId,
    label: name,
    days: z
      .int()
      .min(1)
      .max(tokenLife.longest)
      .nullish()
      .transform(value => value ?? tokenLife.usual),
    readOnly: z
      .boolean()
      .nullish()
      .transform(value => value ?? false),
  }),
  RevokeToken: z.strictObject({ tokenId: id }),
  LinkIdentity: z.strictObject({
    personId: id,
    /** As the provider's tokens name it: compared letter by letter, so nothing of it is changed. */
    issuer: address,
    subject: line,
  }),
  UnlinkIdentity: z.strictObject({ identityId: id }),
} as const;

export type DirectoryCommandType = keyof typeof directoryShapes;
export const directoryCommandTypes = Object.keys(directoryShapes) as DirectoryCommandType[];

export type DirectoryCommandOf<T extends DirectoryCommandType> = { type: T } & z.infer<(typeof directoryShapes)[T]>;
export type DirectoryCommand = { [T in DirectoryCommandType]: DirectoryCommandOf<T> }[DirectoryCommandType];

/** `input` is what was sent, less the command id: the typed command, or INVALID with every offending place. */
export function checkDirectoryShape(type: DirectoryCommandType, input: unknown): DirectoryCommand | Problem {
  const read = readShape<object>(directoryShapes[type], input);
  return isProblem(read) ? read : ({ type, ...read } as DirectoryCommand);
}

/** What a command names of what there is already. */
export interface Named {
  organisationId?: string;
  personId?: string;
  assignmentId?: string;
  tokenId?: string;
  identityId?: string;
}
export const namedBy = (command: DirectoryCommand & Named): Named => {
  const { organisationId, personId, assignmentId, tokenId, identityId } = command;
  return { organisationId, personId, assignmentId, tokenId, identityId };
};
