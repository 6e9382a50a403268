// Tables, facts, filters, pages, nothing.
import { useState } from 'react';
import { DataList } from '../ui/data-list.js';
import { DateText } from '../ui/date-text.js';
import { EmptyState } from '../ui/empty-state.js';
import { Filters, Tag } from '../ui/filters.js';
import { Pager } from '../ui/pager.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { Table, type Column } from '../ui/table.js';
import { proposalStates } from '../words/states.js';
import classes from './parts.module.css';

const rows = [
  { reference: 'DSP-0042', title: 'Kai support referrals', state: proposalStates.IN_REVIEW, concerns: 2 },
  {
    reference: 'DSP-0041',
    title: 'Housing outcomes of whānau in Te Tai Tokerau',
    state: proposalStates.APPROVED,
    concerns: 0,
  },
  { reference: 'DSP-0007', title: 'Counting without names', state: proposalStates.DECLINED, concerns: 11 },
];

const columns: Column<(typeof rows)[number]>[] = [
  { key: 'reference', heading: 'Reference', cell: ({ reference }) => <a href="#proposal">{reference}</a> },
  { key: 'title', heading: 'Title', cell: ({ title }) => <Plain text={title} /> },
  { key: 'state', heading: 'State', cell: ({ state }) => <StatusMark state={state} /> },
  { key: 'concerns', heading: 'Concerns', cell: ({ concerns }) => concerns, isNumber: true },
];

export const ListsShown = () => (
  <Section title="Lists">
    <Chips />
    <Table caption="Proposals" isCaptionUnseen columns={columns} rows={rows} keyOf={({ reference }) => reference} />
    <Pager shown="3 of 128 proposals" onFirst={() => undefined} onNext={() => undefined} />
    <div className={classes.pair}>
      <DataList
        data={[
          ['Author', 'Hana Moreland'],
          ['Submitted', <DateText key="at" at="2026-11-12T21:00:00Z" />],
          ['Tier', <Tag key="tier">Standard review</Tag>],
          ['Transfer', undefined],
        ]}
      />
      <EmptyState title="Nothing waits for you.">
        <p>What is submitted to your role appears here, the longest overdue first.</p>
      </EmptyState>
    </div>
  </Section>
);

function Chips() {
  const [labels, setLabels] = useState(['State: In review', 'Tier: Standard']);
  const chips = labels.map(label => ({
    ...{ key: label, label },
    onRemove: () => setLabels(labels.filter(each => each !== label)),
  }));
  return <Filters chips={chips} onClear={() => setLabels([])} />;
}
