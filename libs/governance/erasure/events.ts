// What happened when words were erased: an entry of the very stream that held them, be it a proposal's or the directory's.

/** Words of one entry that were erased together. */
export interface ErasedAt {
  stream: string;
  sequence: number;
  /** JSON pointers into its payload. */
  paths: string[];
}

export interface WordsErased {
  type: 'WordsErased';
  /** REVIEWERS where words of an entry went that only they see. */
  audience?: 'REVIEWERS';
  erased: ErasedAt[];
  authority: string;
  reason: string;
}
