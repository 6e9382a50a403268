// Why the signer signs nothing: a closed list of words, each with its sentence for those who run the product.

const sentences = {
  'no-key':
    'There is no signing key in SIGNER_HOME. Put it there, or set SIGNER_CREATE_KEY=1 where the ledger has no checkpoint yet.',
  'key-unusable': 'The signing key cannot be used: it is no Ed25519 key, or others can read its file.',
  'another-key':
    'The ledger was signed with another key, or under another origin, than those in SIGNER_HOME. Bring back the SIGNER_HOME that goes with this database, or the database as it was after the last rotation.',
  'state-missing':
    'last-signed.json is gone, so it is not known what was signed. Give a checkpoint that you vouch for: npm run signer -- adopt --known FILE.',
  'state-unreadable':
    'last-signed.json cannot be read as what was signed last. Give a checkpoint that you vouch for: npm run signer -- adopt --known FILE.',
  'state-older':
    'The database has a later checkpoint than last-signed.json: SIGNER_HOME was restored from an older copy. Take up the latest checkpoint that you vouch for: npm run signer -- adopt --known FILE.',
  'another-checkpoint':
    'The database has another checkpoint of that size than the one that was signed. Somebody else signs with this key, or the database was altered.',
  'tree-shorter':
    'The tree is smaller than what was signed: the database was restored from an older copy, or its end was cut off. Bring back the database as it was; if that is lost for good: npm run signer -- resume-after-loss.',
  'tree-rewritten':
    'The tree does not begin with what was signed: entries were altered, removed or put in another order, or their hashes were. Bring back the database as it was; if that is lost for good: npm run signer -- resume-after-loss.',
  'loss-declared': 'A loss was declared. A new log begins as soon as the entry that says so has its place in the tree.',
} as const;

export type Refusal = keyof typeof sentences;

export const refusalSentence = (refusal: Refusal): string => sentences[refusal];
