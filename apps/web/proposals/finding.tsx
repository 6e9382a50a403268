// Finding by words, the order, and further filters, folded away.
import { useRef, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Disclosure } from '../ui/disclosure.js';
import { Select } from '../ui/select.js';
import { FilterPanel } from './filter-panel.js';
import classes from './finding.module.css';
import { sorts } from './proposals.search.js';
import { listWords, sortWords } from './proposals.words.js';
import { useProposalsSearch } from './use-proposals-search.js';

export function Finding() {
  const { search, change } = useProposalsSearch();
  const options = sorts.map(value => ({ value, label: sortWords[value] }));
  return (
    <div className={classes.finding}>
      <div className={classes.row}>
        <TextSearch key={search.text} />
        {!search.on && (
          <div className={classes.sort}>
            <Select
              label={listWords.sort}
              options={options}
              value={search.sort ?? 'updated'}
              onChange={sort => change({ sort: sort === 'updated' ? undefined : sort })}
            />
          </div>
        )}
      </div>
      <div className="unprinted">
        <Disclosure title={listWords.filters} level={2}>
          <FilterPanel />
        </Disclosure>
      </div>
    </div>
  );
}

function TextSearch() {
  const { search, change } = useProposalsSearch();
  const box = useRef<HTMLInputElement>(null);
  const find = (event: FormEvent) => {
    event.preventDefault();
    change({ text: box.current?.value.trim() || undefined });
  };
  return (
    <form className={classes.text} onSubmit={find}>
      <label htmlFor="proposals-text">{listWords.text}</label>
      <div className={classes.box}>
        <input
          ref={box}
          id="proposals-text"
          type="search"
          defaultValue={search.text}
          aria-describedby="proposals-text-help"
        />
        <Button type="submit">{listWords.find}</Button>
      </div>
      <small id="proposals-text-help">{listWords.textHelp}</small>
    </form>
  );
}
