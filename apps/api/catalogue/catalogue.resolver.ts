// The catalogue for everybody who has signed in, and how it meets one proposal: its questions as asked, and the checks.
import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  applicableQuestions,
  catalogueFor,
  checkDossier,
  currentCatalogue,
  getDefinition,
  holderOfQuestion,
  standing,
} from '#governance';
import { checkWords } from '#messages';
import type { ProposalView } from '../proposals/proposal-view.js';
import { AskedQuestion, Catalogue, DossierCheck } from '../schema/catalogue.js';
import { Proposal } from '../schema/proposal.js';
import { catalogueView, questionView } from './catalogue-view.js';

@Resolver(() => Catalogue)
export class CatalogueResolver {
  @Query(() => Catalogue, {
    description: 'The catalogue as published now. A running proposal keeps the one it was submitted under.',
  })
  catalogue() {
    return catalogueView(currentCatalogue);
  }
}

@Resolver(() => Proposal)
export class AskedResolver {
  @ResolveField(() => [AskedQuestion], {
    description: 'The questions that apply, as asked: of the catalogue that the proposal was submitted under.',
  })
  questions(@Parent() { seen }: ProposalView) {
    const { extent, proposal } = seen.reading;
    if (extent !== 'whole') return [];
    const [definition, catalogue] = [getDefinition(proposal.workflow), catalogueFor(proposal)];
    return applicableQuestions(catalogue, proposal).map(question => ({
      question: questionView(question, catalogue),
      standing: standing(question, proposal),
      signOff: holderOfQuestion(definition, question),
    }));
  }

  @ResolveField(() => [DossierCheck], { description: 'Like checks on a pull request. They inform; rules decide.' })
  checks(@Parent() { seen }: ProposalView): DossierCheck[] {
    if (seen.reading.extent !== 'whole') return [];
    return checkDossier(seen.proposal.dossier).map(({ rule: ruleId, place }) => ({
      ...{ ruleId, place },
      ...checkWords[ruleId],
    }));
  }
}
