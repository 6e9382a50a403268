// The ways through a screen, and waiting.
import { Link } from '@tanstack/react-router';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { Maori } from '../ui/plain.js';
import { ProgressLine } from '../ui/progress-line.js';
import { Section } from '../ui/section.js';
import { TabLinks } from '../ui/tab-links.js';
import { Tabs } from '../ui/tabs.js';

const views = [
  { key: 'word', title: 'Words', content: <p>What changed, word by word.</p> },
  { key: 'whole', title: 'Whole answers', content: <p>Before and after, beside each other.</p> },
];

export const FrameShown = () => (
  <Section title="Ways through">
    <Breadcrumb here="DSP-0042">
      <Link to="/proposals">Proposals</Link>
    </Breadcrumb>
    <TabLinks label="In this example">
      <Link to="/parts">Parts</Link>
      <Link to="/help">Help</Link>
    </TabLinks>
    <Tabs label="How changes are shown" views={views} />
    <p>
      From 2 years to <del>two</del> <ins>seven</ins> years, with the <Maori>kaitiaki</Maori> of the data.
    </p>
    <ProgressLine label="Loading …" />
  </Section>
);
