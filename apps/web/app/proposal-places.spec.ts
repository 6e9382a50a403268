import { describe, expect, it } from '@jest/globals';
import { placeOf } from './proposal-places.js';

const at = (subject: string | null) => placeOf('DSP-0042', subject);

describe('What a blocker is about', () => {
  it.each([
    ['PM-1', 'answers', 'answers-PM-1'],
    ['answers.PR-12', 'answers', 'answers-PR-12'],
    ['dataItems.D-2.necessity', 'dataItems', 'dataItems-D-2-necessity'],
    ['facts.aboutChildren', 'facts', 'facts-aboutChildren'],
  ])('leads from %s to the section %s', (subject, section, hash) => {
    expect(at(subject)).toMatchObject({ params: { reference: 'DSP-0042', section }, hash });
  });

  it('leads to the section itself where no more is named', () => {
    expect(at('purposes')).toEqual({
      to: '/proposals/$reference/dossier/{-$section}',
      params: { reference: 'DSP-0042', section: 'purposes' },
    });
  });

  it('leads to concerns and sign-offs', () => {
    expect(at('concern:abc')).toMatchObject({ params: { id: 'abc' } });
    expect(at('signOff:privacy_risk')).toMatchObject({ hash: 'sign-off-privacy_risk' });
  });

  it.each(['workflow', 'state', null])('leads nowhere from %s', subject => expect(at(subject)).toBeUndefined());
});
