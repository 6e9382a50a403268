// Says politely what others did to the proposal on the screen. It takes no focus and moves nothing: the line lies in the lower corner.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Plain } from '../ui/plain.js';
import { latestNews } from './latest-news.js';
import { followWork, isPrinted, type Change } from './live.js';
import classes from './live-changes.module.css';
import { followed } from './live-followed.js';
import { useSession } from './session.js';
import { watched } from './watched.js';

const lastChange = watched<Change | undefined>(undefined);

/** How long a sentence stays to be read. */
const STAYS_MS = 15_000;

export function LiveChanges() {
  const news = useNews();
  return (
    <div role="status" className={classes.news}>
      {news && <Plain text={news} />}
    </div>
  );
}

function useNews(): string {
  const me = useSession().person.id;
  const proposalId = useSyncExternalStore(followed.watch, followed.get);
  const [news, setNews] = useState('');
  useEffect(() => followWork(change => lastChange.set(change)), []);
  useEffect(() => {
    if (proposalId === undefined || isPrinted()) return;
    const asking = { proposalId, me };
    // What is known from now on; what was before, nobody has to be told.
    void latestNews(asking);
    return lastChange.watch(() => {
      const { id, version } = lastChange.get() ?? {};
      if (id !== proposalId || version === null) return;
      void latestNews(asking).then(sentence => {
        if (sentence !== undefined && followed.get() === proposalId) setNews(sentence);
      });
    });
  }, [proposalId, me]);
  useEffect(() => {
    if (news === '') return;
    const timer = setTimeout(() => setNews(''), STAYS_MS);
    return () => clearTimeout(timer);
  }, [news]);
  return news;
}
