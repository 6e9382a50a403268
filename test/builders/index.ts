// Builders that build by sending commands: nothing here can make a proposal that people could not have made.
export * from './acts.js';
export * from './directory.js';
export * from './dossiers.js';
export * from './given.js';
export * from './hallway.js';
export * from './happenings.js';
export * from './journeys.js';
export * from './people.js';
