// The history of one proposal, and how it stood on any day.
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useProposal } from '../app/proposal-frame.js';
import { Screen } from '../app/screen.js';
import { appWords } from '../app/words.js';
import { FileLink } from '../ui/file-link.js';
import { ProposalAsOf } from './as-of.js';
import { AsOfField, HistoryView } from './history-view.js';
import { csvOf, type HistorySearch } from './history.search.js';
import { historyWords as words } from './history.words.js';

export function ProposalHistoryScreen() {
  const { id, reference } = useProposal();
  const search = getRouteApi('/shell/proposals/$reference/history').useSearch();
  const navigate = useNavigate();
  const onSearch = (next: HistorySearch) =>
    void navigate({ to: '/proposals/$reference/history', params: { reference }, search: next });
  return (
    <Screen
      title={words.title}
      lead={words.ofProposal}
      actions={
        <>
          <AsOfField search={search} onSearch={onSearch} />
          <FileLink href={csvOf(search, id)}>{appWords.csv}</FileLink>
        </>
      }
    >
      {search.asOf && <ProposalAsOf id={id} day={search.asOf} />}
      <HistoryView {...{ search, onSearch }} proposalId={id} isOfMany={false} />
    </Screen>
  );
}
