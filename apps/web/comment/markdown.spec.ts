// A comment’s Markdown: what it takes, and that nothing hostile is anything but text.
import { describe, expect, it } from '@jest/globals';
import { blocksOf, whither, type Block, type Inline } from './markdown.js';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...within: Inline[]): Block => ({ kind: 'paragraph', within });
const plainly = (words: string): Block[] => [paragraph(text(words))];

/** All texts of it, one after the other. */
function textsOf(parts: readonly (Block | Inline)[]): string {
  return parts
    .map(part => {
      if ('text' in part) return part.text;
      if ('items' in part) return part.items.map(textsOf).join('');
      return 'within' in part ? textsOf(part.within) : '';
    })
    .join('');
}

function linksIn(parts: readonly (Block | Inline)[]): string[] {
  return parts.flatMap(part => [
    ...(part.kind === 'link' ? [part.href] : []),
    ...('items' in part ? part.items.flatMap(linksIn) : 'within' in part ? linksIn(part.within) : []),
  ]);
}

const depthOf = (parts: readonly (Block | Inline)[]): number =>
  Math.max(
    0,
    ...parts.map(part =>
      'items' in part ? 1 + Math.max(0, ...part.items.map(depthOf)) : 'within' in part ? 1 + depthOf(part.within) : 1,
    ),
  );

describe('Markdown of a comment', () => {
  it('has paragraphs, emphasis, code and breaks', () => {
    expect(blocksOf('One *two* **three**\nstill one.\n\n`four` five')).toEqual([
      paragraph(
        text('One '),
        { kind: 'emphasis', within: [text('two')] },
        text(' '),
        { kind: 'strong', within: [text('three')] },
        text('\nstill one.'),
      ),
      paragraph({ kind: 'code', text: 'four' }, text(' five')),
    ]);
    expect(blocksOf('a\\\nb')).toEqual([paragraph(text('a'), { kind: 'break' }, text('b'))]);
  });

  it('has lists with and without numbers, and quotes', () => {
    expect(blocksOf('- a\n- b')).toEqual([{ kind: 'list', start: undefined, items: [plainly('a'), plainly('b')] }]);
    expect(blocksOf('3. a\n4. b')).toEqual([{ kind: 'list', start: 3, items: [plainly('a'), plainly('b')] }]);
    expect(blocksOf('> They said so.')).toEqual([{ kind: 'quote', within: plainly('They said so.') }]);
  });

  it.each([
    ['[words](https://example.govt.nz/a?b=c)', 'https://example.govt.nz/a?b=c'],
    ['[words](http://example.govt.nz)', 'http://example.govt.nz/'],
    ['<https://example.govt.nz>', 'https://example.govt.nz/'],
    ['[write](mailto:kaimahi@example.govt.nz)', 'mailto:kaimahi@example.govt.nz'],
  ])('links %s', (source, href) => {
    expect(linksIn(blocksOf(source))).toEqual([href]);
  });

  it.each([
    ['https://govt.nz@evil.example/govt.nz', 'evil.example'],
    ['https://evil.example:8443/', 'evil.example:8443'],
    ['mailto:somebody@evil.example?subject=govt.nz', 'somebody@evil.example'],
  ])('says of %s where it leads', (href, said) => expect(whither(href)).toBe(said));

  it.each([
    ...[
      '[x](javascript:alert(1))',
      '[x](JaVaScRiPt:alert(1))',
      '[x](<java\tscript:alert(1)>)',
      '[x](data:text/html,1)',
    ],
    ...['<javascript:alert(1)>', '[x](vbscript:x)', '[x](//evil.example)', '[x](/history)', '[x](file:///etc/passwd)'],
    ...['[x](&#106;avascript:alert(1))', '[x](blob:https://a/b)', '[x](https:evil)', '[x](https://)', '[x]( )'],
  ])('does not link %s: it stands as typed', source => {
    expect(linksIn(blocksOf(source))).toEqual([]);
    expect(textsOf(blocksOf(source))).toContain(source.includes('script') ? 'script' : 'x');
  });

  it.each([
    ...['<img src=x onerror=alert(1)>', '<b>loud</b>', '<!-- gone -->', '<script>alert(1)</script>'],
    ...['# A heading', '---', '&lt;script&gt; &amp; &#x202e;', '[a]: https://example.org'],
  ])('takes %j for words as they are', source => {
    expect(textsOf(blocksOf(source))).toBe(source);
  });

  it('has no code but within a line', () => {
    expect(blocksOf('```\ncode\n```')).toEqual([paragraph({ kind: 'code', text: 'code' })]);
    expect(textsOf(blocksOf('    far in'))).toBe('far in');
  });

  it('shows no image: what is left is a link that says so', () => {
    expect(blocksOf('![x](https://evil.example/pixel.gif)')).toEqual([
      paragraph(text('!'), { kind: 'link', href: 'https://evil.example/pixel.gif', within: [text('x')] }),
    ]);
  });

  it.each([
    ['asterisks', '*'.repeat(10_000)],
    ['opened emphasis', '*a **b '.repeat(2_800)],
    ['quotes in quotes', '> '.repeat(10_000)],
    ['lists in lists on a line', '- '.repeat(10_000)],
    ['a numbered one', '1. '.repeat(6_000)],
    ['lists in lists', Array.from({ length: 140 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')],
    ['brackets', '['.repeat(10_000)],
    ['links in links', '[a]('.repeat(5_000)],
    ['emphasis in emphasis', `${'*a _b '.repeat(200)}c${'_ *'.repeat(200)}`],
    ['backticks', Array.from({ length: 180 }, (_, at) => '`'.repeat(at)).join(' ')],
  ])('is as deep as a page can show, whatever comes: %s', (_, source) => {
    const blocks = blocksOf(source.slice(0, 20_000));
    expect(depthOf(blocks)).toBeLessThanOrEqual(14);
    expect(linksIn(blocks)).toEqual([]);
  });

  it('loses no word of what is not Markdown', () => {
    const words = 'Kia ora. Families said: “5 > 3, but a_b_c & 2*3 stay”; whānau first.';
    expect(textsOf(blocksOf(words))).toBe(words);
  });
});
