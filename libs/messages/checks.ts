// The words for the checks of a dossier: what was noticed, and what to do about it.
import type { CheckRule } from '#governance';

export const checkWords: Record<CheckRule, { message: string; remedy: string }> = {
  'item-without-purpose': {
    message: 'This item serves no purpose of the dossier.',
    remedy: 'Tie it to the purpose that needs it, or take it out.',
  },
  'item-without-necessity': {
    message: 'Nothing says why this item is needed.',
    remedy: 'Say what could not be done without it. If nothing comes to mind, take it out.',
  },
  'more-identifying-than-stated': {
    message: 'This item is more identifying than the facts say.',
    remedy: 'Correct how identifying the facts say it is, which may raise the tier, or use a coarser form of the item.',
  },
  'more-identifying-than-asked': {
    message: 'This item is more identifying than the rung asked for in PR-3.',
    remedy: 'Use a coarser form of the item, or ask openly for the higher rung and say why the one below fails.',
  },
  'gentler-alternative-open': {
    message: 'A gentler alternative stands here, and nothing says why it is not taken.',
    remedy: 'Take it, or give the reason why it does not do.',
  },
  'purposes-joined': {
    message: 'This purpose seems to join several uses.',
    remedy: 'Write one purpose for each use, so that each item can be tied to the use that needs it.',
  },
  'purpose-describes-a-system': {
    message: 'This purpose describes a system and no use of it.',
    remedy: 'Say who decides or does what with the information, and who is better off.',
  },
  'mitigation-without-effect': {
    message: 'A mitigation is listed, and the rating after it is the rating before it.',
    remedy: 'Rate the risk again with the mitigation in place, or find one that works.',
  },
  'risk-rises': {
    message: 'A rating after mitigation is higher than before it.',
    remedy: 'Check the ratings. If the mitigation adds a risk, write that down as a risk of its own.',
  },
  'rating-off-scale': {
    message: 'A rating is not on the scale from 1 to 5.',
    remedy: 'Rate likelihood and consequence from 1 to 5.',
  },
  'mitigation-without-owner': {
    message: 'Nobody owns this mitigation.',
    remedy: 'Name the role that sees to it.',
  },
  'placeholder-left': {
    message: 'A placeholder seems to have been left in.',
    remedy: 'Write what is meant, or state openly that there is a gap.',
  },
  'no-notice-plan': {
    message: 'People are heard of from somebody else, and nothing says how they will be told.',
    remedy: 'Answer TC-3: who tells people, what, when and how, or which exception applies and why (IPP 3A).',
  },
  'retention-without-end': {
    message: 'Nothing says when the information stops being kept.',
    remedy: 'Name a date, a span of time or an event after which it is destroyed.',
  },
};
