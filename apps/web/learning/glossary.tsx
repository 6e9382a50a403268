// The words of the field, each with what it means here; terms of te reo Māori as such.
import { useState } from 'react';
import { Plain } from '../ui/plain.js';
import { Table, type Column } from '../ui/table.js';
import { TextField } from '../ui/text-field.js';
import { foldedText } from '../words/folded-text.js';
import { Chapter } from './chapter.js';
import classes from './learning.module.css';
import type { Catalogue } from './learning.query.js';
import { learningWords } from './learning.words.js';

type Term = Catalogue['glossary'][number];

const columns: Column<Term>[] = [
  { key: 'term', heading: learningWords.term, cell: ({ term, lang }) => <span lang={lang}>{term}</span> },
  { key: 'meaning', heading: learningWords.meaning, cell: ({ meaning }) => <Plain text={meaning} /> },
];

export function Glossary({ terms }: { terms: readonly Term[] }) {
  const [text, setText] = useState('');
  const wanted = foldedText(text.trim());
  const found = terms.filter(({ term, meaning }) => foldedText(`${term} ${meaning}`).includes(wanted));
  return (
    <Chapter of="glossary">
      {terms.some(({ lang, reviewed }) => lang === 'mi' && !reviewed) && (
        <p>
          <Plain text={learningWords.unreviewed} />
        </p>
      )}
      <div className={classes.find}>
        <TextField type="search" label={learningWords.find} value={text} onChange={setText} />
      </div>
      <p role="status" className={found.length > 0 ? 'unseen' : undefined}>
        {found.length > 0 ? `${found.length}` : learningWords.noTerm}
      </p>
      {found.length > 0 && (
        <Table
          caption={learningWords.glossary}
          isCaptionUnseen
          columns={columns}
          rows={found}
          keyOf={({ term }) => term}
        />
      )}
    </Chapter>
  );
}
