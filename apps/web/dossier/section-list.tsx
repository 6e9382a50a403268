// The sections with how each stands, in words: a list of what is to be done, and the way there.
import { Link } from '@tanstack/react-router';
import { Disclosure } from '../ui/disclosure.js';
import { StatusMark } from '../ui/status-mark.js';
import { useEditing, useKeptDraft, useLeaves } from './editing.js';
import classes from './section-list.module.css';
import { progressOf, sectionKeys, stateOf, titleOf, type SectionKey } from './sections.js';
import { useIsWide } from './use-is-wide.js';
import { dossierWords } from './words.js';

export function SectionList({ current }: { current: SectionKey }) {
  const isWide = useIsWide();
  if (isWide) return <List current={current} />;
  return (
    <Disclosure title={dossierWords.sections} level={2}>
      <List current={current} />
    </Disclosure>
  );
}

function List({ current }: { current: SectionKey }) {
  const { reference, questions } = useEditing();
  const leaves = useLeaves();
  const held = useKeptDraft()?.held ?? [];
  const asked = questions.map(({ question }) => question);
  const states = sectionKeys.map(section => stateOf(section, { leaves, questions: asked, held }));
  return (
    <nav aria-label={dossierWords.sections} className={classes.list}>
      <p className={classes.progress}>{progressOf(states)}</p>
      <ol role="list">
        {sectionKeys.map((section, index) => (
          <li key={section} data-current={section === current || undefined}>
            <Link
              to="/proposals/$reference/dossier/{-$section}"
              params={{ reference, section }}
              aria-current={section === current ? 'page' : undefined}
            >
              {titleOf(section)}
            </Link>
            <StatusMark state={states[index]!} />
          </li>
        ))}
      </ol>
    </nav>
  );
}
