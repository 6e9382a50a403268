// Erasure: words go for good, the entry that held them stays, and another one says who took them, on what authority and why.
export { checkErasure, type EraseWords } from './erase-words.js';
export { erasedWords } from './erased-words.js';
export { readErased, type ErasedAt, type WordsErased, type WordsErasedAgain } from './events.js';
export {
  judgeErasure,
  judgeNameErasure,
  shakenByErasure,
  wordsErased,
  type ErasureJudgement,
} from './judge-erasure.js';
export { textsErased, type Place, type WordedEntry, type WordedStream } from './places.js';
