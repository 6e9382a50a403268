// A comment’s Markdown as a small tree: paragraphs, emphasis, lists, links, quotes and code within a line. Whatever else there is, HTML
// above all, is text as it was typed; so is a link to anywhere but the web or a mailbox.
import { fromMarkdown } from 'mdast-util-from-markdown';

export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'emphasis' | 'strong'; within: Inline[] }
  | { kind: 'link'; href: string; within: Inline[] }
  | { kind: 'break' };

export type Block =
  | { kind: 'paragraph'; within: Inline[] }
  | { kind: 'quote'; within: Block[] }
  | { kind: 'list'; start: number | undefined; items: Block[][] };

/** What we do not take: it stands as it was typed. */
const disabled = [
  ...['htmlFlow', 'htmlText', 'headingAtx', 'setextUnderline', 'thematicBreak', 'definition', 'labelStartImage'],
  ...['codeFenced', 'codeIndented', 'characterReference'],
];
const extensions = [{ disable: { null: disabled } }];

/** Deeper than anybody writes, and than a page can show at 320 px. */
const deepest = 6;

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];

export function blocksOf(source: string): Block[] {
  if (source.split('\n').some(isPiledUp)) return [{ kind: 'paragraph', within: [{ kind: 'text', text: source }] }];
  const { children } = fromMarkdown(source, { extensions });
  return children.flatMap(child => blockOf(child, source, 1));
}

/** Quotes and lists within each other on one line take the parser time that grows with their square: such words stand as typed. */
const isPiledUp = (line: string): boolean => {
  const [signs = ''] = /^[\s>+*\-\d.)]*/.exec(line) ?? [];
  return (signs.match(/[>+*-]|\d[.)]/g)?.length ?? 0) > 2 * deepest;
};

const typed = ({ position }: Node, source: string): string =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? source.length);

const asTyped = (node: Node, source: string): Block => ({
  kind: 'paragraph',
  within: [{ kind: 'text', text: typed(node, source) }],
});

function blockOf(node: Node, source: string, depth: number): Block[] {
  if (depth > deepest) return [asTyped(node, source)];
  const below = (children: readonly Node[]): Block[] => children.flatMap(child => blockOf(child, source, depth + 1));
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', within: inlinesOf(node.children, source, 1) }];
    case 'blockquote':
      return [{ kind: 'quote', within: below(node.children) }];
    case 'list':
      return [{ kind: 'list', start: startOf(node), items: node.children.map(({ children }) => below(children)) }];
    default:
      return [asTyped(node, source)];
  }
}

/** Undefined for a list without numbers. */
const startOf = ({ ordered, start }: Extract<Node, { type: 'list' }>): number | undefined =>
  ordered ? (start ?? 1) : undefined;

const inlinesOf = (nodes: readonly Node[], source: string, depth: number): Inline[] =>
  nodes.map(node => inlineOf(node, source, depth));

function inlineOf(node: Node, source: string, depth: number): Inline {
  if (depth > deepest) return { kind: 'text', text: typed(node, source) };
  switch (node.type) {
    case 'text':
      return { kind: 'text', text: node.value };
    case 'inlineCode':
      return { kind: 'code', text: node.value };
    case 'break':
      return { kind: 'break' };
    case 'emphasis':
    case 'strong':
      return { kind: node.type, within: inlinesOf(node.children, source, depth + 1) };
    case 'link': {
      const href = addressIn(node.url);
      if (href === undefined) return { kind: 'text', text: typed(node, source) };
      return { kind: 'link', href, within: inlinesOf(node.children, source, depth + 1) };
    }
    default:
      return { kind: 'text', text: typed(node, source) };
  }
}

/** Where a link leads, for whoever reads it: the host, or the mailbox. Words can promise any address. */
export function whither(href: string): string {
  const { host, pathname } = new URL(href);
  return host === '' ? pathname : host;
}

/** The address in full; undefined for what is no address of the web or of a mailbox. */
function addressIn(url: string): string | undefined {
  if (!/^(https?:\/\/|mailto:)/i.test(url)) return undefined;
  const address = URL.parse(url);
  return address && ['http:', 'https:', 'mailto:'].includes(address.protocol) ? address.href : undefined;
}
