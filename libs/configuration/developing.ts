// The variables of those who work on Assent: its tests read them, and no program does.
import { postgresUrl, text, variable, wholeNumber } from './variable.js';

export const developing = {
  TEST_DATABASE_URL: variable({
    means: 'A superuser’s address of the PostgreSQL that tests use.',
    ...postgresUrl,
    unset: 'tests start one and remove it',
    schema: postgresUrl.schema.optional(),
    readBy: ['tests'],
  }),
  ASSENT_SEQUENCES: variable({
    means: 'How many random sequences of commands `test/model` tries.',
    ...wholeNumber(1, 10_000_000, 2_000),
    readBy: ['tests'],
  }),
  ASSENT_PAIRS: variable({
    means: 'How many pairs of reader and row `test/store` compares scope, policy and the database by.',
    ...wholeNumber(1, 10_000_000, 6_000),
    readBy: ['tests'],
  }),
  ASSENT_PLACES: variable({
    means:
      'At how many places of an exported history `test/tamper` tries each attack; eight times as many untouched bundles are judged.',
    ...wholeNumber(1, 1_000, 3),
    readBy: ['tests'],
  }),
  ASSENT_MUTATIONS: variable({
    means:
      'How many changes by chance `libs/ledger` makes of each kind of proof, and `test/tamper` of receipts, checkpoints and bundles.',
    ...wholeNumber(10_000, 10_000_000, 10_000),
    readBy: ['tests'],
  }),
  ASSENT_COMMANDS: variable({
    means: 'How many commands `test/proof` sends at least while workers are killed: two kills for a hundred.',
    ...wholeNumber(100, 1_000_000, 300),
    readBy: ['tests'],
  }),
  ASSENT_SEED: variable({
    means: 'The seed that a test of `test/model`, `test/store` or `test/proof` printed, to see a failure again.',
    takes: 'a whole number',
    unset: 'a new one each time in `test/model`, else always the same',
    schema: text.optional(),
    readBy: ['tests'],
  }),
  ASSENT_TALLY: variable({
    means: 'Set to anything, `test/model` prints what its sequences did, and `test/proof` what became of the commands.',
    takes: 'any text',
    unset: 'it does not',
    schema: text.optional(),
    readBy: ['tests'],
  }),
  ASSENT_LOOK: variable({
    means:
      'A folder where `test/web` leaves pictures of the screens it comes by, and of every open page where a scene fails.',
    takes: 'a path',
    unset: 'it leaves none',
    schema: text.optional(),
    readBy: ['tests'],
  }),
};
