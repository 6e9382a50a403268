// Tier T1: counts, and records without names that nothing makes sensitive: three sign-offs, the whole of it in a sitting.
import { required, type WorkflowDefinition } from './definition.js';

export const lightV1: WorkflowDefinition = {
  key: 'light',
  version: 1,
  title: 'Light',
  tier: 'T1',
  signOffs: [required('purpose'), required('proportionality'), required('privacy_risk', 'CN', 'TC')],
};
