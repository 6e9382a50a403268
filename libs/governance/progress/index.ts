// Where a proposal is on its way.
export * from './chart.js';
export { progressOf, visitsOf, type Progress, type ProgressStatus, type Visit } from './progress.js';
