// What browser stories stand on.
export * from './accessible.js';
export * from './browser.js';
export * from './comes-to.js';
export * from './draft.js';
export * from './open-web.js';
export * from './quiet.js';
