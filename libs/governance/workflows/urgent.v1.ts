// The urgent safety lane: a disclosure that had to be made at once is recorded, never approved beforehand.
import type { WorkflowDefinition } from './definition.js';

export const urgentV1: WorkflowDefinition = {
  key: 'urgent',
  version: 1,
  title: 'Urgent safety lane',
  tier: 'U',
  signOffs: [],
};
