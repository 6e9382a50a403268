// A period in counts: decisions, times, stale sign-offs, concerns. Every chart is its own table, and every part is a file.
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { Screen } from '../app/screen.js';
import { appWords } from '../app/words.js';
import { EmptyState } from '../ui/empty-state.js';
import { FileLink } from '../ui/file-link.js';
import { Section } from '../ui/section.js';
import { DecisionsReport } from './decisions-report.js';
import { ConcernsReport, StaleReport } from './judgement-reports.js';
import { PeriodFields } from './period-fields.js';
import classes from './reports.module.css';
import { reportsQuery, type Report } from './reports.query.js';
import { csvOf, periodOf, variablesOf, type ReportPart, type ReportsSearch } from './reports.search.js';
import { reportWords as words } from './reports.words.js';
import { TimeReport } from './time-report.js';

export function ReportsScreen() {
  const search = getRouteApi('/shell/reports').useSearch();
  const navigate = useNavigate();
  const period = periodOf(search, new Date());
  const variables = variablesOf(period, search.organisation);
  const [query] = useQuery({ query: reportsQuery, variables });
  const onChange = (change: ReportsSearch) => void navigate({ to: '/reports', search: { ...search, ...change } });
  return (
    <Screen title={words.title} lead={words.lead}>
      <Loaded query={query} isScreen>
        {({ reports, organisations }) => (
          <>
            <PeriodFields {...{ period, search, organisations, onChange }} />
            <Parts report={reports} csv={part => csvOf(part, variables)} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

const Parts = ({ report, csv }: { report: Report; csv: (part: ReportPart) => string }) => (
  <>
    <Part title={words.decisions} csv={csv('decisions')} isEmpty={report.decisions.length === 0}>
      <DecisionsReport decisions={report.decisions} />
    </Part>
    <Part title={words.time} lead={words.timeLead} csv={csv('timeInState')} isEmpty={report.timeInState.length === 0}>
      <TimeReport times={report.timeInState} />
    </Part>
    <Part
      title={words.stale}
      lead={words.staleLead}
      csv={csv('staleSignOffs')}
      isEmpty={report.staleSignOffs.length === 0}
    >
      <StaleReport rows={report.staleSignOffs} />
    </Part>
    <Part title={words.concerns} lead={words.concernsLead} csv={csv('concerns')} isEmpty={report.concerns.length === 0}>
      <ConcernsReport rows={report.concerns} />
    </Part>
  </>
);

interface PartProps {
  title: string;
  lead?: string;
  csv: string;
  isEmpty: boolean;
  children: ReactNode;
}

const Part = ({ title, lead, csv, isEmpty, children }: PartProps) => (
  <Section
    title={title}
    actions={
      <FileLink href={csv} label={`${appWords.csv}: ${title}`}>
        {appWords.csv}
      </FileLink>
    }
  >
    {lead && <p className={classes.lead}>{lead}</p>}
    {isEmpty ? <EmptyState title={words.nothing} /> : children}
  </Section>
);
