// What waits for whom, and by when.
export { clockOf, dueOn, sayBy, type Clock } from './clock.js';
export * from './my-work.js';
export { openTasks, taskKinds, type OpenTask, type TaskKind } from './open-tasks.js';
