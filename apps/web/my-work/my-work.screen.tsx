// My work: every open task that is mine, by when it is due, and what of mine waits on others.
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { Screen } from '../app/screen.js';
import { appWords } from '../app/words.js';
import { FileLink } from '../ui/file-link.js';
import { Pager } from '../ui/pager.js';
import { Section } from '../ui/section.js';
import { BeginHere } from './begin-here.js';
import { groupTasks } from './group-tasks.js';
import { Mentions } from './mentions.js';
import { myWorkQuery, type MyWork } from './my-work.query.js';
import { TaskRow, WaitingRow } from './task-row.js';
import classes from './task-row.module.css';
import { byProposal } from './waiting.js';
import { groupWords, workWords } from './words.js';

const route = getRouteApi('/shell/');

export function MyWorkScreen() {
  const { after } = route.useSearch();
  const [query] = useQuery({ query: myWorkQuery, variables: { after } });
  const work = query.data?.myWork;
  return (
    <Screen title={workWords.title} lead={work && leadOf(work)} actions={work && work.totalCount > 0 && <AsCsv />}>
      <Loaded query={query}>
        {({ myWork, myMentions }) => (
          <>
            <Mentions mentions={myMentions} />
            {myWork.totalCount === 0 ? <BeginHere /> : <Tasks work={myWork} />}
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function leadOf({ counts, totalCount }: MyWork): string {
  if (totalCount === 0) return workWords.nothing;
  return workWords.lead(totalCount - counts.waitingOnOthers, counts.waitingOnOthers);
}

const AsCsv = () => <FileLink href="/csv/my-work">{appWords.csv}</FileLink>;

function Tasks({ work }: { work: MyWork }) {
  const tasks = work.edges.map(({ node }) => node);
  return (
    <>
      {groupTasks(tasks, work.counts).map(({ group, tasks: own, count }) => (
        <Section key={group} title={`${groupWords[group]} (${count})`}>
          <ul role="list" className={classes.list}>
            {group === 'WAITING_ON_OTHERS'
              ? byProposal(own).map(held => <WaitingRow key={held.proposal} held={held} />)
              : own.map(task => <TaskRow key={task.id} task={task} />)}
          </ul>
        </Section>
      ))}
      <p>
        <small>{workWords.clock}</small>
      </p>
      <Pages work={work} shown={tasks.length} />
    </>
  );
}

function Pages({ work: { pageInfo, totalCount }, shown }: { work: MyWork; shown: number }) {
  const navigate = useNavigate();
  const { after } = route.useSearch();
  const go = (cursor: string | undefined) => () => void navigate({ to: '/', search: { after: cursor } });
  if (!after && !pageInfo.hasNextPage) return null;
  return (
    <Pager
      shown={workWords.shown(shown, totalCount)}
      onFirst={after ? go(undefined) : undefined}
      onNext={pageInfo.hasNextPage ? go(pageInfo.endCursor ?? undefined) : undefined}
    />
  );
}
