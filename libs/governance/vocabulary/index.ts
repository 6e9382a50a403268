// The words of the field: keys, labels and types. Nothing here decides anything.
export * from './concerns.js';
export * from './roles.js';
export * from './sign-offs.js';
export * from './states.js';
export * from './tasks.js';
