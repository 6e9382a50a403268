// Signing keys as Node has them: Ed25519, the files that keys and what was signed are kept in, and the lock on their folder.
export * from './durable-file.js';
export * from './ed25519.js';
export * from './file-lock.js';
export * from './key-file.js';
export * from './last-signed.js';
export * from './signer-folder.js';
