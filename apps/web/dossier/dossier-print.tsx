// Every section, open, to print. The page says when all of it is there.
import { useEffect } from 'react';
import { Screen } from '../app/screen.js';
import { Section } from '../ui/section.js';
import { SectionBody } from './section-body.js';
import { sectionKeys, titleOf } from './sections.js';
import { WholeContext } from './use-open-rows.js';
import { dossierWords } from './words.js';

export function DossierPrint() {
  useEffect(() => {
    document.documentElement.dataset['ready'] = '';
    return () => {
      delete document.documentElement.dataset['ready'];
    };
  }, []);
  return (
    <WholeContext value={true}>
      <Screen title={dossierWords.printTitle}>
        {sectionKeys.map(section => (
          <Section key={section} title={titleOf(section)}>
            <SectionBody section={section} />
          </Section>
        ))}
      </Screen>
    </WholeContext>
  );
}
