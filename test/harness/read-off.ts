// Which columns of a proposal's row are read off its content, and what they then have to say.
import type { Row } from './database.js';

export const readOff = (content: Row): Row => ({
  version: content['version'],
  revision: content['revision'],
  state: content['state'],
  tier: content['tier'],
  title: content['title'].text,
  lead_organisation_id: content['leadOrganisationId'],
  author_id: content['author'].personId,
  partner_ids: content['partnerIds'],
  submitted_at: content['submittedAt'] ? new Date(content['submittedAt']) : null,
  workflow_key: content['workflow'].key,
  workflow_version: content['workflow'].version,
  workflow_digest: content['workflow'].digest,
  created_at: new Date(content['createdAt']),
  updated_at: new Date(content['updatedAt']),
});
