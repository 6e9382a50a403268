// Where a comment is written: Markdown with a preview under it, and people named by an @.
import { lazy, Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { askAhead } from '../app/ask-ahead.js';
import { patiently } from '../app/patiently.js';
import { Button } from '../ui/button.js';
import { Disclosure } from '../ui/disclosure.js';
import { Plain } from '../ui/plain.js';
import { TextArea } from '../ui/text-area.js';
import { CommentBody } from './comment-body.js';
import classes from './comment.module.css';
import type { Mentioning } from './mention-picker.js';
import { mentionableQuery } from './mentionable.query.js';
import { beginsName, nameBegun, stillNamed, withName } from './named-in.js';
import { commentWords } from './words.js';

const MentionPicker = lazy(() =>
  patiently(() => import('./mention-picker.js')).then(module => ({ default: module.MentionPicker })),
);

export interface Mentioned {
  id: string;
  name: string;
}

export interface Written {
  body: string;
  /** Everybody who was picked, in the order picked; those whose name was taken out again count no more. */
  mentions: readonly Mentioned[];
}

export const emptyComment: Written = { body: '', mentions: [] };

/** As the api wants it. */
export const mentionsIn = ({ body, mentions }: Written): string[] => stillNamed(body, mentions).map(({ id }) => id);

interface Writing {
  label: string;
  value: Written;
  onChange: (written: Partial<Written>) => void;
  error?: string;
  /** Left out where nobody can be mentioned: an edited comment keeps whom it named. */
  mentioning?: Mentioning;
}

export function CommentField({ label, value, onChange, error, mentioning }: Writing) {
  const { body, mentions } = value;
  const area = useRef<HTMLTextAreaElement>(null);
  const [isPicking, setPicking] = useState(false);
  const write = (now: string) => {
    onChange({ body: now });
    const caret = area.current?.selectionStart ?? 0;
    // Whoever writes on before the people are there is left alone.
    setPicking(beginsName(body, now, caret) || (isPicking && nameBegun(now, caret) >= 0));
  };
  /** At once: whoever writes on loses no letter. */
  const returnTo = (caret: number, written: Partial<Written> = {}) => {
    flushSync(() => {
      onChange(written);
      setPicking(false);
    });
    area.current?.focus();
    area.current?.setSelectionRange(caret, caret);
  };
  const name = ({ id, displayName }: { id: string; displayName: string }) => {
    const { text, caret } = withName(body, area.current?.selectionStart ?? body.length, displayName);
    const others = mentions.filter(each => each.id !== id);
    returnTo(caret, { body: text, mentions: [...others, { id, name: displayName }] });
  };
  return (
    <div className={classes.field} onFocus={mentioning && (() => askAhead(mentionableQuery, mentioning))}>
      <TextArea {...{ label, error, value: body, control: area }} onChange={write} />
      <Under isMentioning={mentioning !== undefined && !isPicking} onMention={() => setPicking(true)} />
      {mentioning && isPicking && (
        <Suspense>
          <MentionPicker
            {...mentioning}
            onPick={name}
            onClose={() => returnTo(area.current?.selectionStart ?? body.length)}
          />
        </Suspense>
      )}
      <Naming named={stillNamed(body, mentions)} isInternal={mentioning?.audience === 'INTERNAL'} />
      <Preview words={body} named={mentions} />
    </div>
  );
}

const Under = ({ isMentioning, onMention }: { isMentioning: boolean; onMention: () => void }) => (
  <div className={classes.under}>
    <small>
      {commentWords.hint}
      {isMentioning && `. ${commentWords.hintMentions}`}
    </small>
    {isMentioning && (
      <Button kind="quiet" onPress={onMention}>
        {commentWords.mention}
      </Button>
    )}
  </div>
);

/** A name in a comment is part of its words: whoever reads those reads it, even where they are told of people by their role alone. */
const Naming = ({ named, isInternal }: { named: readonly Mentioned[]; isInternal: boolean }) => (
  <p role="status" className="small">
    {named.length > 0 && (
      <>
        <Plain text={commentWords.mentions(named.map(({ name }) => name))} /> {!isInternal && commentWords.partnersRead}
      </>
    )}
  </p>
);

const Preview = ({ words, named }: { words: string; named: readonly Mentioned[] }) => (
  <Disclosure title={commentWords.preview}>
    {words.trim() === '' ? (
      <p>{commentWords.previewNone}</p>
    ) : (
      <CommentBody words={words} mentions={named.map(({ name }) => ({ displayName: name }))} />
    )}
  </Disclosure>
);
