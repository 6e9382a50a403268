// What comments say around people’s own words.
import { count, defineWords, listed } from '../words/define-words.js';

export const commentWords = defineWords({
  hint: 'Markdown: *emphasis*, **strong**, - list, > quote, `code`, [words](https://…)',
  hintMentions: 'An @ names somebody.',
  preview: 'Preview',
  previewNone: 'Nothing is written yet.',
  mention: 'Mention somebody',
  mentionWhom: 'Whom do you mention?',
  mentionHint: 'Those who may read this comment. Arrow keys and Enter; Escape goes back.',
  mentionNobody: 'There is nobody whom you could mention here.',
  mentionNot: 'Name nobody',
  mentions: (names: readonly string[]) => `Mentions ${listed(names)}, who will find it on My work.`,
  partnersRead: 'The partners who are invited read the name, too.',
  edited: 'edited',
  before: (many: number) => `What it said before (${count(many, 'version')})`,
  writtenAt: 'As written',
  changedTo: 'and what became of it:',
  edit: 'Edit',
  editTitle: 'Edit your comment',
  editNote: 'What it says now stays readable, as what it said before.',
  body: 'Your comment',
  bodyMissing: 'Write something first.',
  save: 'Save the comment',
});
