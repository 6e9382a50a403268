// The beginning of what somebody wrote, where the whole of it stands elsewhere.
const MOST = 90;

/** Cut between words, with a sign that it was cut. Line ends become spaces. */
export function excerpt(text: string, most = MOST): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).trimEnd()} …`;
}
