// The beginning of what somebody wrote, as one line among many.

const most = 160;

/** Cut between words, where there is a place to cut. */
export function briefly(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut} …`;
}
