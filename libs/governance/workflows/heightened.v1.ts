// Tier T3: all five sign-offs.
import { required, type WorkflowDefinition } from './definition.js';

export const heightenedV1: WorkflowDefinition = {
  key: 'heightened',
  version: 1,
  title: 'Heightened',
  tier: 'T3',
  signOffs: [
    required('purpose'),
    required('proportionality'),
    required('privacy_risk'),
    required('consultation'),
    required('transparency'),
  ],
};
