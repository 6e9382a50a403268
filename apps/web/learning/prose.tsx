// Text of the catalogue as paragraphs and lists.
import { Plain } from '../ui/plain.js';
import { blocksOf, type Block } from './blocks-of.js';

export const Prose = ({ text }: { text: string }) => (
  <>
    {blocksOf(text).map((block, index) => (
      <Shown key={index} block={block} />
    ))}
  </>
);

function Shown({ block: { kind, lines } }: { block: Block }) {
  if (kind === 'text') return lines.map(line => <Paragraph key={line} text={line} />);
  const List = kind === 'steps' ? 'ol' : 'ul';
  return (
    <List>
      {lines.map(line => (
        <li key={line}>
          <Plain text={line} />
        </li>
      ))}
    </List>
  );
}

const Paragraph = ({ text }: { text: string }) => (
  <p>
    <Plain text={text} />
  </p>
);
