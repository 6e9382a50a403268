// Risks on 5 × 5: likelihood by consequence, with words in every cell, and how many risks are there and which: “2: K-1, K-3”. Wherever
// it stands, the same stands beside it as a list.
import { Fragment, type ReactNode } from 'react';
import classes from './risk-map.module.css';
import { riskTable, type Rated, type RiskCell, type Scale } from './risk-rows.js';

interface Mapped {
  caption: string;
  words: { likelihood: string; consequence: string; tableScroll: string };
  scale: Scale;
  risks: readonly Rated[];
  /** Where a risk is described. */
  hrefOf?: (id: string) => string;
}

/** Before and after treatment, side by side where there is room. */
export const RiskMaps = ({ children }: { children: ReactNode }) => <div className={classes.pair}>{children}</div>;

export const RiskMap = ({ caption, words, scale, risks, hrefOf }: Mapped) => (
  <div className={classes.scroll} role="region" aria-label={`${words.tableScroll}: ${caption}`} tabIndex={0}>
    <table className={classes.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td className={classes.corner}>
            <span>{words.likelihood} ↑</span> <span>{words.consequence} →</span>
          </td>
          {scale.consequence.map(({ value, label }) => (
            <th key={value} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {riskTable(scale, risks).map(({ likelihood, label, cells }) => (
          <tr key={likelihood}>
            <th scope="row">{label}</th>
            {cells.map(cell => (
              <Cell key={cell.consequence} {...{ cell, hrefOf }} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Cell = ({ cell: { band, weight, risks }, hrefOf }: { cell: RiskCell } & Pick<Mapped, 'hrefOf'>) => (
  <td className={classes.cell} data-weight={weight} data-full={risks.length > 0 || undefined}>
    <span className={classes.band}>{band}</span>{' '}
    {risks.length > 0 && (
      <span className={classes.risks}>
        <strong>{risks.length}</strong>:{' '}
        {risks.map(({ id, title }, index) => (
          <Fragment key={id}>
            {index > 0 && ', '}
            {hrefOf ? (
              <a href={hrefOf(id)} title={title}>
                {id}
              </a>
            ) : (
              <span title={title}>{id}</span>
            )}
          </Fragment>
        ))}
      </span>
    )}
  </td>
);
