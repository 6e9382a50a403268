// Who made a comment and when, and that it was edited.
import type { ReactNode } from 'react';
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { commentWords } from './words.js';

interface Made {
  comment: { by: { displayName: string; organisation?: { name: string } }; at: string; editedAt: string | null };
  /** After who and when. */
  more?: ReactNode;
}

export const By = ({ comment: { by, at, editedAt }, more }: Made) => (
  <>
    <PersonRef person={by} />, <DateText at={at} />
    {more && <>, {more}</>}
    {editedAt !== null && (
      <>
        , {commentWords.edited} <DateText at={editedAt} withTime />
      </>
    )}
  </>
);
