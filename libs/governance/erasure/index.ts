// Erasure: words go for good, the entry that held them stays, and another one says who took them, on what authority and why.
export { checkErasure, type EraseWords } from './erase-words.js';
export { erasedWords } from './erased-words.js';
export type { ErasedAt, WordsErased } from './events.js';
export {
  judgeErasure,
  judgeNameErasure,
  shakenByErasure,
  wordsErased,
  type ErasureJudgement,
} from './judge-erasure.js';
export type { Place, WordedEntry, WordedStream } from './places.js';
