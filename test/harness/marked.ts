// Inputs in which every text that a person writes has a mark that is found wherever the text went.

const texts = new Set(
  'title body reason message statement response note rationale description evidence reasons wouldChangeIt'.split(' '),
);

/** Ids, options and names of questions stay. `mark` makes the mark of the next text. */
export function marked(value: unknown, mark: () => string, key = ''): unknown {
  if (Array.isArray(value)) return value.map(each => marked(each, mark, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each, mark, name)]));
  const isText = typeof value === 'string' && (texts.has(key) || / .*\.$/.test(value));
  return isText ? `${value} ${mark()}` : value;
}
