// One section of the dossier as a screen, with the list of all beside it and the way to the next.
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Screen } from '../app/screen.js';
import { Button } from '../ui/button.js';
import { FileLink } from '../ui/file-link.js';
import { LinkButton } from '../ui/link-button.js';
import { useEditing } from './editing.js';
import { SaveLine, SaveNotes } from './save-line.js';
import { SectionBody } from './section-body.js';
import { SectionList } from './section-list.js';
import classes from './section-screen.module.css';
import { sectionKeys, titleOf, type SectionKey } from './sections.js';
import { leadOf, submissionOf } from './submission.js';
import { dossierWords } from './words.js';

export function SectionScreen({ section, hash }: { section: SectionKey; hash: string }) {
  const { keeper, proposal } = useEditing();
  const number = sectionKeys.indexOf(section) + 1;
  useEffect(() => goTo(hash), [hash, section]);
  return (
    <Screen
      title={titleOf(section)}
      over={dossierWords.sectionOf(number, sectionKeys.length)}
      lead={leadOf({ state: proposal.state, isWriting: keeper !== undefined })}
      actions={keeper && <Actions />}
      aside={<SectionList current={section} />}
    >
      <SaveNotes section={section} />
      <SectionBody section={section} />
      <Steps {...{ section }} />
      <Whole />
    </Screen>
  );
}

/** What a link leads to is there only now. */
function goTo(hash: string): void {
  if (!hash) return;
  const there = document.getElementById(hash);
  there?.scrollIntoView();
  there?.focus({ preventScroll: true });
}

function Actions() {
  const { keeper } = useEditing();
  const navigate = useNavigate();
  const exit = async () => {
    await keeper?.save();
    await navigate({ to: '/' });
  };
  return (
    <div className={classes.actions}>
      <SaveLine />
      <div className={classes.buttons}>
        <Button onPress={() => void exit()}>{dossierWords.saveAndExit}</Button>
        <ToSubmission />
      </div>
    </div>
  );
}

/** To the same page, which is also where a proposal is withdrawn or handed over. */
function ToSubmission() {
  const { reference, proposal } = useEditing();
  const can = submissionOf(proposal.availableCommands);
  return (
    <LinkButton kind={can === 'yes' ? 'main' : 'plain'} to="/proposals/$reference/submit" params={{ reference }}>
      {can === 'no' ? dossierWords.otherwise : dossierWords.submit}
    </LinkButton>
  );
}

function Steps({ section }: { section: SectionKey }) {
  const { reference } = useEditing();
  const at = sectionKeys.indexOf(section);
  const [before, after] = [sectionKeys[at - 1], sectionKeys[at + 1]];
  return (
    <div className={classes.steps}>
      {before && (
        <LinkButton to="/proposals/$reference/dossier/{-$section}" params={{ reference, section: before }}>
          ◂ {dossierWords.previous}: {titleOf(before)}
        </LinkButton>
      )}
      {after && (
        <LinkButton to="/proposals/$reference/dossier/{-$section}" params={{ reference, section: after }}>
          {dossierWords.next}: {titleOf(after)} ▸
        </LinkButton>
      )}
    </div>
  );
}

/** All sections at once, for people who read on paper. */
function Whole() {
  const { reference } = useEditing();
  return (
    <p className={`${classes.whole} unprinted`}>
      <Link to="/proposals/$reference/dossier/{-$section}" params={{ reference }} search={{ print: '1' }}>
        {dossierWords.wholeToPrint}
      </Link>
      <FileLink href={`/proposals/${reference}/proposal.pdf`}>{dossierWords.wholeAsPdf}</FileLink>
    </p>
  );
}
