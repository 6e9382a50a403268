// recordUrgentDisclosure: the record of a disclosure that could not wait, U-1 to U-8. `docs/rules.md`, facts and tier; GR-10.
import type { Fault } from '../../problems.js';
import { definitionForTier, pinOf } from '../../workflows/index.js';
import { isBlank } from '../words.js';
import type { StartRule } from '../situation.js';

export const recordUrgentDisclosure: StartRule<'RecordUrgentDisclosure'> = {
  faults: ({ record }, { catalogue: { urgentRecord } }) => {
    const known = new Set(urgentRecord.map(({ id }) => id));
    const unknown = Object.keys(record)
      .filter(key => !known.has(key))
      .map((key): Fault => ({ path: key.slice(0, 64), code: 'unknown-key' }));
    const wrong = urgentRecord.flatMap(({ id, required }): Fault[] => {
      const value = record[id];
      if (value === undefined || value === null) return required ? [{ path: id, code: 'required' }] : [];
      if (typeof value !== 'string') return [{ path: id, code: 'wrong-type', expected: 'a text' }];
      return required && isBlank(value) ? [{ path: id, code: 'blank' }] : [];
    });
    return [...unknown, ...wrong];
  },
  decide: ({ title, record }, { catalogue, actor }) => [
    {
      type: 'UrgentDisclosureRecorded',
      title: { text: title },
      tier: 'U',
      workflow: pinOf(definitionForTier('U')),
      catalogue: catalogue.pin,
      leadOrganisationId: actor.organisationId,
      urgentRecord: { record },
    },
  ],
};
