// The words for what the rules only know by code: refusals, what stands in the way, and what a careful reader would notice. Every
// door says the same sentences.
export { blockerMessage, type Names } from './blockers.js';
export { checkWords } from './checks.js';
export { erasureAdvice } from './erasures.js';
export { placeInWords, placesInWords } from './places.js';
export { privacyPrincipleName } from './privacy-principles.js';
export { problemMessage } from './problems.js';
export { stateInWords, wayInWords } from './progress.js';
export { taskReason } from './tasks.js';
