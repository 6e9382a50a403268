// What stands in the way is told in words: no path of the dossier and no key of a fact is left in a sentence.
import { describe, expect, it } from '@jest/globals';
import { blockerCodes } from '#governance';
import { blockerMessage } from './blockers.js';

const places = ['facts.identifiability', 'dataItems.D-1', 'purposes.P-1', 'risks.K-1', 'answers.PM-1', 'retention'];
const path = /\b(facts|dataItems|purposes|risks|answers|transferRoute)\b(\.|[A-Z]|$)/;

describe('What stands in the way', () => {
  it.each(blockerCodes)('%s names no place by its path', code => {
    for (const subject of places) expect(blockerMessage({ code, subject })).not.toMatch(path);
  });

  it('names the place in words', () => {
    expect(blockerMessage({ code: 'words-erased', subject: 'dataItems.D-1' })).toContain('The words of a data item');
    expect(blockerMessage({ code: 'words-erased', subject: 'retention' })).toContain('how long the data are kept');
    expect(blockerMessage({ code: 'identifiability-missing', subject: 'facts.identifiability' })).toContain(
      'How identifying is it?',
    );
  });

  it('tells people nothing in the names of fields', () => {
    for (const code of blockerCodes) expect(blockerMessage({ code })).not.toContain('`');
  });

  it('says of a computed question that the dossier makes it so', () => {
    expect(blockerMessage({ code: 'question-failing', subject: 'PM-9' })).toContain('worked out from the dossier');
    expect(blockerMessage({ code: 'question-failing', subject: 'PM-12' })).toContain('does not pass');
  });
});
