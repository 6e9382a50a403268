// What waits for whom, and by when.
export { clockOf, dueOn, sayBy, type Clock } from './clock.js';
export * from './my-work.js';
export * from './holding.js';
export { openTasks, type OpenTask } from './open-tasks.js';
export * from './mentions.js';
