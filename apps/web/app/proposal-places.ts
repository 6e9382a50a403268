// Where in a proposal something is shown: what a blocker or a check is about, as a link.

export interface Place {
  to:
    | '/proposals/$reference/dossier/{-$section}'
    | '/proposals/$reference/review'
    | '/proposals/$reference/concerns/{-$id}';
  params: { reference: string; section?: string; id?: string };
  /** The id of the element there. */
  hash?: string;
}

const sections = 'summary facts purposes dataItems recipients alternatives risks retention transferRoute answers'.split(
  ' ',
);
const questionId = /^[A-Z]{2,3}-\d+$/;

/** `PM-1`, `answers.PM-1`, `dataItems.D-2.necessity`, `facts.aboutChildren`, `concern:<id>`, `signOff:<key>`. Undefined for others. */
export function placeOf(reference: string, subject: string | null | undefined): Place | undefined {
  if (!subject) return undefined;
  const [kind = '', key = ''] = subject.split(':');
  if (kind === 'concern') return { to: '/proposals/$reference/concerns/{-$id}', params: { reference, id: key } };
  if (kind === 'signOff') return { to: '/proposals/$reference/review', params: { reference }, hash: `sign-off-${key}` };
  const place = questionId.test(subject) ? `answers.${subject}` : subject;
  const [section = '', ...rest] = place.split('.');
  if (!sections.includes(section)) return undefined;
  const to = '/proposals/$reference/dossier/{-$section}';
  return { to, params: { reference, section }, ...(rest.length > 0 && { hash: anchorOf(place) }) };
}

/** The id of the element that shows a place of the dossier. */
export const anchorOf = (place: string): string => place.replaceAll('.', '-');
