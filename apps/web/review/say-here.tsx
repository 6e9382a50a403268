// The two ways to say something at a place, each a button that opens its form there.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../ui/button.js';
import { Plain } from '../ui/plain.js';
import { placeName } from './place-names.js';
import { useReview } from './review-context.js';
import classes from './review.module.css';
import { CommentForm, ConcernForm } from './say-form.js';
import { saidWords } from './concern.words.js';
import { reviewWords } from './words.js';

type Opened = 'comment' | 'concern' | undefined;

/** The buttons, and the form that one of them opened, for whoever sets them apart. Among many, they say little to the eye. */
export function useSaying(place?: string, isAmongMany = false): { buttons: ReactNode; form: ReactNode } {
  const { proposal, reference, names } = useReview();
  const [open, setOpen] = useState<Opened>();
  const name = place === undefined ? saidWords.wholeProposal : placeName(place, names);
  const saying = { proposalId: proposal.id, reference, place, onDone: () => setOpen(undefined) };
  return {
    buttons: <SayButtons {...{ name, isAmongMany }} onOpen={setOpen} />,
    form: open && (
      <OpenedForm title={open === 'comment' ? saidWords.commentTitle(name) : saidWords.concernTitle(name)}>
        {open === 'comment' ? <CommentForm {...saying} /> : <ConcernForm {...saying} />}
      </OpenedForm>
    ),
  };
}

export function SayHere({ place }: { place?: string }) {
  const { buttons, form } = useSaying(place);
  return (
    <>
      <div className={classes.buttons}>{buttons}</div>
      {form}
    </>
  );
}

interface Buttons {
  name: string;
  isAmongMany: boolean;
  onOpen: (what: Opened) => void;
}

function SayButtons({ name, isAmongMany, onOpen }: Buttons) {
  const { may } = useReview();
  return (
    <>
      {may('comment') && (
        <Button kind="quiet" label={`${reviewWords.comment}: ${name}`} onPress={() => onOpen('comment')}>
          {reviewWords.comment}
        </Button>
      )}
      {may('raiseConcern') && (
        <Button kind="quiet" label={`${reviewWords.raiseConcern}: ${name}`} onPress={() => onOpen('concern')}>
          {isAmongMany ? reviewWords.concern : reviewWords.raiseConcern}
        </Button>
      )}
    </>
  );
}

/** What was opened takes the focus, so that whoever pressed the button is there. */
function OpenedForm({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.opened} aria-label={title}>
      <h3 ref={heading} tabIndex={-1}>
        <Plain text={title} />
      </h3>
      {children}
    </section>
  );
}
