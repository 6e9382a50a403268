// Text of the catalogue in blocks: paragraphs, and the lists that are written in them with “1.” or “-”.

export interface Block {
  kind: 'text' | 'steps' | 'points';
  lines: string[];
}

const marks = { steps: /^\d+\.\s+/, points: /^-\s+/ } as const;

const kindOf = (line: string): Block['kind'] =>
  marks.steps.test(line) ? 'steps' : marks.points.test(line) ? 'points' : 'text';

/** Joined in order, the lines are the text without its list marks and blank lines. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n').filter(each => each.trim() !== '')) {
    const kind = kindOf(line);
    const plain = kind === 'text' ? line : line.replace(marks[kind], '');
    const last = blocks.at(-1);
    if (last && kind !== 'text' && last.kind === kind) last.lines.push(plain);
    else blocks.push({ kind, lines: [plain] });
  }
  return blocks;
}
