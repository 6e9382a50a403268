// Views of one thing, one at a time, without another address. What has an address of its own is navigation: links.
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import classes from './tabs.module.css';

export interface View {
  key: string;
  title: ReactNode;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  views: readonly View[];
  selected?: string;
  onSelect?: (key: string) => void;
}

export const Tabs = ({ label, views, selected, onSelect }: TabsProps) => (
  <AriaTabs selectedKey={selected} onSelectionChange={key => onSelect?.(String(key))} className={classes.tabs}>
    <TabList aria-label={label} className={classes.list}>
      {views.map(({ key, title }) => (
        <Tab key={key} id={key} className={classes.tab}>
          {title}
        </Tab>
      ))}
    </TabList>
    {views.map(({ key, content }) => (
      <TabPanel key={key} id={key} className={classes.panel}>
        {content}
      </TabPanel>
    ))}
  </AriaTabs>
);
