// Every resolver of the api: what the schema is made of, for the server and for the printed schema alike.
import { AskedResolver, CatalogueResolver } from '../catalogue/catalogue.resolver.js';
import { DirectoryCommandResolver } from '../directory/directory-command.resolver.js';
import {
  AccessTokenResolver,
  DirectoryQueryResolver,
  DirectoryReceiptResolver,
  IdentityResolver,
  RoleAssignmentResolver,
} from '../directory/directory.resolver.js';
import { EntryWordsResolver, ErasureReceiptResolver, ErasureResolver } from '../erasure/erasure.resolver.js';
import { PersonResolver, ViewerResolver } from '../identity/people.resolver.js';
import { HistoryResolver } from '../ledger/history.resolver.js';
import { LedgerResolver } from '../ledger/ledger.resolver.js';
import { ProofResolver } from '../ledger/proof.resolver.js';
import { ReceiptFileResolver } from '../ledger/receipt-file.resolver.js';
import { DecisionCountResolver, ReportsResolver } from '../ledger/reports.resolver.js';
import { LiveResolver } from '../live/live.resolver.js';
import { MentionsResolver } from '../my-work/mentions.resolver.js';
import { MyWorkResolver, ProposalWorkResolver } from '../my-work/my-work.resolver.js';
import { CommandResolver } from '../proposals/command.resolver.js';
import { NodeResolver } from '../proposals/node.resolver.js';
import { PreviewResolver } from '../proposals/preview.resolver.js';
import { ConcernResolver, ProposalResolver } from '../proposals/proposal.resolver.js';
import { ProgressResolver } from '../proposals/progress.resolver.js';
import { ProposalQueryResolver } from '../proposals/query.resolver.js';
import { CommentPlacesResolver, ConcernPlacesResolver, ReviewResolver } from '../proposals/review.resolver.js';
import { SignOffResolver } from '../proposals/sign-off.resolver.js';
import { WorkflowsResolver } from '../workflows/workflows.resolver.js';
import { SessionQueryResolver, SessionResolver } from '../sessions/sessions.resolver.js';

export const resolvers = [
  ViewerResolver,
  PersonResolver,
  ProposalQueryResolver,
  ProposalResolver,
  ConcernResolver,
  ReviewResolver,
  SignOffResolver,
  ConcernPlacesResolver,
  CommentPlacesResolver,
  ProgressResolver,
  PreviewResolver,
  NodeResolver,
  MyWorkResolver,
  ProposalWorkResolver,
  MentionsResolver,
  WorkflowsResolver,
  CatalogueResolver,
  AskedResolver,
  HistoryResolver,
  LedgerResolver,
  ReportsResolver,
  DecisionCountResolver,
  ProofResolver,
  ReceiptFileResolver,
  LiveResolver,
  CommandResolver,
  ErasureResolver,
  ErasureReceiptResolver,
  EntryWordsResolver,
  DirectoryQueryResolver,
  RoleAssignmentResolver,
  AccessTokenResolver,
  IdentityResolver,
  DirectoryReceiptResolver,
  DirectoryCommandResolver,
  SessionResolver,
  SessionQueryResolver,
];
