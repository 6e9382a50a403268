// The list as one SQL statement that makes the answer's JSON itself: the same proposals, fields and order as the API's list.
// Each content is unpacked once, which is several times as fast as a path expression for each field.

export const pageSize = 50;

const text = `
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'reference', 'DSP-' || lpad(p.number::text, 4, '0'),
      'title', p.title, 'state', p.state, 'tier', p.tier, 'version', p.version, 'updatedAt', p.updated_at,
      'signOffs', (select jsonb_agg(jsonb_build_object('key', k, 'status', coalesce(s ->> 'status', 'PENDING'),
          'finding', s -> 'finding', 'at', s -> 'at', 'onRevision', s -> 'onRevision'))
        from unnest(array['purpose', 'proportionality', 'privacy_risk']) k, lateral (select c."signOffs" -> k as s) t),
      'decision', case when c.decision is not null then jsonb_build_object('outcome', c.decision -> 'outcome',
        'at', c.decision -> 'at', 'onRevision', c.decision -> 'onRevision') end,
      'author', a.display_name, 'leadOrganisation', o.name) order by p.updated_at desc, p.id desc), '[]') as edges
  from (select * from proposal where lead_organisation_id = (select id from organisation where name = $1)
      order by updated_at desc, id desc limit ${pageSize}) p
    cross join lateral (select * from jsonb_to_record(p.content) as c ("signOffs" jsonb, decision jsonb) offset 0) c
    join person a on a.id = p.author_id join organisation o on o.id = p.lead_organisation_id`;

export const listStatement = { name: 'bench-list', text, values: ['Ministry for Community Wellbeing'] };
