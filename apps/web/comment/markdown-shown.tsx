// A comment’s Markdown as elements of the page, made from the tree and from nothing else. Loaded when the first comment is shown.
import { Fragment, type ReactNode } from 'react';
import { Plain } from '../ui/plain.js';
import classes from './comment.module.css';
import { blocksOf, whither, type Block, type Inline } from './markdown.js';
import { piecesNaming } from './named-in.js';

interface Shown {
  words: string;
  /** The names of those who are mentioned. */
  names: readonly string[];
}

export const MarkdownShown = ({ words, names }: Shown) => <Blocks blocks={blocksOf(words)} names={names} />;

type Naming = Pick<Shown, 'names'>;

const Blocks = ({ blocks, names }: Naming & { blocks: readonly Block[] }) =>
  blocks.map((block, index) => <OneBlock key={index} {...{ block, names }} />);

function OneBlock({ block, names }: Naming & { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.within} names={names} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.within} names={names} />
        </blockquote>
      );
    case 'list':
      return <List {...{ block, names }} />;
  }
}

function List({ block: { start, items }, names }: Naming & { block: Extract<Block, { kind: 'list' }> }) {
  const shown = items.map((blocks, index) => (
    <li key={index}>
      <Blocks blocks={blocks} names={names} />
    </li>
  ));
  return start === undefined ? <ul>{shown}</ul> : <ol start={start}>{shown}</ol>;
}

const Inlines = ({ inlines, names }: Naming & { inlines: readonly Inline[] }) =>
  inlines.map((inline, index) => <Fragment key={index}>{shownInline(inline, names)}</Fragment>);

function shownInline(inline: Inline, names: readonly string[]): ReactNode {
  switch (inline.kind) {
    case 'text':
      return <Naming text={inline.text} names={names} />;
    case 'code':
      return (
        <code>
          <Plain text={inline.text} />
        </code>
      );
    case 'break':
      return <br />;
    case 'emphasis':
      return <em>{<Inlines inlines={inline.within} names={names} />}</em>;
    case 'strong':
      return <strong>{<Inlines inlines={inline.within} names={names} />}</strong>;
    case 'link':
      return <Linked {...{ inline, names }} />;
  }
}

/** Whither it leads is said beside its words, in full on paper. */
function Linked({ inline: { href, within }, names }: Naming & { inline: Extract<Inline, { kind: 'link' }> }) {
  return (
    <>
      <a href={href} rel="noopener nofollow">
        <Inlines inlines={within} names={names} />
      </a>
      <small className={classes.whither}>
        {' '}
        (<Plain text={whither(href)} />)
      </small>
    </>
  );
}

export const Naming = ({ text, names }: { text: string; names: readonly string[] }) =>
  piecesNaming(text, names).map(({ text: piece, isName }, index) =>
    isName ? (
      <strong key={index} className={classes.named}>
        <Plain text={piece} />
      </strong>
    ) : (
      <Plain key={index} text={piece} />
    ),
  );
