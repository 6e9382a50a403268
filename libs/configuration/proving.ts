// The variables of the proof: where the signer keeps what is its own, what the log is called, and who witnesses it.
import { z } from 'zod';
import { text, variable } from './variable.js';

export const proving = {
  SIGNER_HOME: variable({
    means:
      'The folder of the signing key, of the log’s name and of what was signed last. Keep it apart from the database and its backups.',
    takes: 'the path of a folder',
    unset: '`signer` under `ASSENT_HOME`',
    schema: text.optional(),
    readBy: ['worker', 'signer', 'operator'],
  }),
  SIGNER_CREATE_KEY: variable({
    means: 'Whether the worker makes a signing key where there is none and nothing was signed yet.',
    takes: '1 or 0',
    unset: 'made for the embedded database and outside production',
    schema: z
      .enum(['0', '1'])
      .transform(value => value === '1')
      .optional(),
    readBy: ['launcher', 'worker'],
  }),
  LEDGER_ORIGIN: variable({
    means:
      'The name of the log, in every checkpoint: a name of yours, without its scheme. It never changes; after a declared loss `/epoch-2` follows it by itself.',
    takes: 'a name such as ledger.example.govt.nz/assent',
    unset: '`assent.local/` and a random name, kept beside the key',
    schema: z
      .string()
      .regex(/^[^\s+]{1,200}$/)
      .optional(),
    readBy: ['worker', 'signer', 'operator'],
  }),
  WITNESSES: variable({
    means: 'The witnesses that are asked to cosign each checkpoint.',
    takes: 'the path of a policy or of a list, or the list itself: NAME URL KEY, the next after a comma',
    unset: 'nobody is asked',
    schema: text.optional(),
    readBy: ['worker'],
  }),
  WITNESS_QUORUM: variable({
    means: 'How many of the witnesses in a list have to cosign before entries count as witnessed.',
    takes: 'a whole number from 1 on',
    unset: 'all of them; a policy says it itself',
    schema: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .transform(Number)
      .optional(),
    readBy: ['worker'],
  }),
};
