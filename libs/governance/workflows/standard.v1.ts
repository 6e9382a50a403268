// Tier T2: all five sign-offs.
import { required, type WorkflowDefinition } from './definition.js';

export const standardV1: WorkflowDefinition = {
  key: 'standard',
  version: 1,
  title: 'Standard',
  tier: 'T2',
  signOffs: [
    required('purpose'),
    required('proportionality'),
    required('privacy_risk'),
    required('consultation'),
    required('transparency'),
  ],
};
