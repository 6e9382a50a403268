// Loaded into a process that shall die of a fault nobody catches, with words in all of its properties.
const words = process.env.CANARY;
setTimeout(() => {
  throw Object.assign(new RangeError(words), { detail: words, parameters: [words] });
}, 1_500);
