// comment and editComment: what is said beside the dossier, and said better later. `docs/rules.md` 11.
import { erasedWords } from '../../erasure/erased-words.js';
import { mentionedAs } from '../../mentionable.js';
import { blockedBy, type Fault } from '../../problems.js';
import { readingOf } from '../../reading.js';
import type { CommentAudience } from '../../vocabulary/index.js';
import type { CommandOf } from '../commands.js';
import type { By, Comment } from '../proposal.js';
import type { CommandRule, Situation } from '../situation.js';

/** A partner's comment is for the partners and the lead organisation; it cannot be internal to somebody else. */
export const comment: CommandRule<'Comment'> = {
  faults: (command, situation) =>
    isInternalOfPartner(command, situation)
      ? [{ path: 'audience', code: 'not-an-option', expected: 'PARTNERS' }]
      : faultsOfMentions(command, situation),
  events: () => ['Comment'],
  decide: (command, situation) => {
    const { body, about } = command;
    const mentions = mentionsIn(command, situation).filter(by => by !== undefined);
    return [
      {
        type: 'CommentMade',
        commentId: situation.newId(),
        audience: audienceOf(command, situation),
        about,
        body,
        ...(mentions.length > 0 ? { mentions } : {}),
      },
    ];
  },
};

type Commenting = Pick<CommandOf<'Comment'>, 'audience' | 'mentions'>;

const isInternalOfPartner = ({ audience }: Commenting, { by }: Situation): boolean =>
  by.role === 'partner' && audience === 'INTERNAL';

const audienceOf = ({ audience }: Commenting, { by }: Situation): CommentAudience =>
  audience ?? (by.role === 'partner' ? 'PARTNERS' : 'INTERNAL');

/** In the order given, each person once; undefined where nobody may be mentioned by that id. */
function mentionsIn(command: Commenting, situation: Situation): (By | undefined)[] {
  const audience = audienceOf(command, situation);
  return [...new Set(command.mentions)].map(id => {
    const person = situation.facts.mentioned?.find(({ personId }) => personId === id);
    return person && mentionedAs(person, { ...situation, audience });
  });
}

function faultsOfMentions(command: Commenting, situation: Situation): Fault[] {
  const found = new Set(mentionsIn(command, situation).map(by => by?.personId));
  const expected = 'somebody else who may read this comment and whom you may know';
  return command.mentions.flatMap((id, index): Fault[] =>
    found.has(id) ? [] : [{ path: `mentions.${index}`, code: 'unknown-person', expected }],
  );
}

type Seen = Pick<Situation, 'actor' | 'proposal'>;

/** The comment, if there is one of that id and this person may see it. */
const findComment = ({ actor, proposal }: Seen, id: string): Comment | undefined =>
  readingOf(actor, proposal)?.proposal.comments.find(each => each.id === id);

/** One's own, for the same readers, until decision: what was decided upon stays as it was read. */
export const editComment: CommandRule<'EditComment'> = {
  isMissing: ({ commentId }, situation) => !findComment(situation, commentId),
  circumstance: ({ commentId }, situation) => ({ comment: findComment(situation, commentId) }),
  events: () => ['EditComment'],
  decide: ({ commentId, body }, situation) => {
    const said = findComment(situation, commentId)!;
    if (body === (said.body ?? erasedWords)) return blockedBy('already-said', `comment:${commentId}`);
    return [{ type: 'CommentEdited', commentId, audience: said.audience, body }];
  },
};
