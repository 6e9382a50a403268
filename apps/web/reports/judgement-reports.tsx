// What became stale and why, and what came of concerns.
import { sectionName } from '../words/places.js';
import { dispositions, severities, signOffNames } from '../words/states.js';
import { BarTable } from './bar-table.js';
import { barsOf, byValue } from './bars.js';
import classes from './reports.module.css';
import type { Report } from './reports.query.js';
import { reportWords as words } from './reports.words.js';

export const StaleReport = ({ rows }: { rows: Report['staleSignOffs'] }) => (
  <div className={classes.charts}>
    <BarTable
      caption={words.cause}
      of={words.cause}
      counts={words.times}
      bars={byValue(
        barsOf(
          rows,
          ({ cause }) => cause,
          ({ cause }) => sectionName(cause),
        ),
      )}
    />
    <BarTable
      caption={words.signOff}
      of={words.signOff}
      counts={words.times}
      bars={byValue(
        barsOf(
          rows,
          ({ signOff }) => signOff,
          ({ signOff }) => signOffNames[signOff] ?? signOff,
        ),
      )}
    />
  </div>
);

type Concerns = Report['concerns'];

const dispositionName = ({ disposition }: Concerns[number]): string =>
  disposition === null ? words.unanswered : dispositions[disposition];

export const ConcernsReport = ({ rows }: { rows: Concerns }) => (
  <div className={classes.charts}>
    <BarTable
      caption={words.byDisposition}
      of={words.disposition}
      counts={words.concerns}
      bars={byValue(barsOf(rows, ({ disposition }) => disposition ?? '', dispositionName))}
    />
    <BarTable
      caption={words.byWeight}
      of={words.weight}
      counts={words.concerns}
      bars={byValue(
        barsOf(
          rows,
          ({ severity }) => severity,
          ({ severity }) => severities[severity],
        ),
      )}
    />
  </div>
);
