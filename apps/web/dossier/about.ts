// Is something that was said about `about` to be shown at `place`? Question ids stand for their answers.

const questionId = /^[A-Z]{2,3}-\d+$/;

export const isAbout = (about: string, place: string): boolean =>
  (questionId.test(about) ? `answers.${about}` : about) === place;

/** Or is it about something within the place? */
export const isWithin = (about: string, place: string): boolean =>
  isAbout(about, place) || about.startsWith(`${place}.`);
