// What the keys do.
import { DataList } from '../ui/data-list.js';
import { Section } from '../ui/section.js';
import { helpWords, keyboard } from './help.words.js';

export const Keys = () => (
  <Section title={helpWords.keys} id="keys">
    <DataList data={keyboard} />
  </Section>
);
