// The matrix of purposes and data items. A reason that is not there is a hole in the table, and said to be one.
import { anchorOf } from '../app/proposal-places.js';
import { Plain } from '../ui/plain.js';
import { StatusMark } from '../ui/status-mark.js';
import { Checkbox } from '../ui/choice.js';
import { useLeaves, useWrite } from './editing.js';
import classes from './matrix-table.module.css';
import { place } from './leaves.js';
import { matrixOf, toggled, type Matrix, type MatrixRow } from './matrix.js';
import { partsWords } from './parts.words.js';

export function MatrixTable() {
  const matrix = matrixOf(useLeaves());
  if (matrix.rows.length === 0 || matrix.purposes.length === 0) return null;
  return (
    <div className={classes.matrix}>
      <Tally matrix={matrix} />
      <div className={classes.scroll} role="region" aria-label={partsWords.matrixScroll} tabIndex={0}>
        <table className={classes.table}>
          <caption className="unseen">{partsWords.matrixCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{partsWords.item}</th>
              {matrix.purposes.map(({ id, statement }) => (
                <th key={id} scope="col" className={classes.purpose}>
                  <abbr title={statement}>{id}</abbr>
                  <span className="unseen">: {statement}</span>
                </th>
              ))}
              <th scope="col">{partsWords.necessity}</th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(row => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Tally({ matrix: { withoutNecessity, withoutPurpose } }: { matrix: Matrix }) {
  const open = partsWords.matrixOpen(withoutNecessity, withoutPurpose);
  return (
    <StatusMark state={open ? { tone: 'waiting', word: open } : { tone: 'settled', word: partsWords.matrixDone }} />
  );
}

function Row({ row }: { row: MatrixRow }) {
  return (
    <tr>
      <th scope="row">
        <a href={`#${anchorOf(`dataItems.${row.id}`)}`}>{row.id}</a> <Plain text={row.name} />
        {row.isWithoutPurpose && <small className={classes.lack}>{partsWords.noneNeeds}</small>}
      </th>
      {row.cells.map(({ purposeId, isNeeded }) => (
        <td key={purposeId} className={classes.cell}>
          <Cell {...{ row, purposeId, isNeeded }} />
        </td>
      ))}
      {row.isWithoutNecessity ? (
        <td className={classes.hole}>
          <a href={`#${anchorOf(place('dataItems', row.id, 'necessity'))}`}>{partsWords.empty}</a>
        </td>
      ) : (
        <td className={classes.reason}>
          <Plain text={row.necessity} />
        </td>
      )}
    </tr>
  );
}

function Cell({ row, purposeId, isNeeded }: { row: MatrixRow; purposeId: string; isNeeded: boolean }) {
  const leaves = useLeaves();
  const write = useWrite();
  const words = isNeeded ? partsWords.needed : partsWords.notNeeded;
  if (!write)
    return (
      <>
        <span aria-hidden="true">{isNeeded ? '✓' : '·'}</span>
        <span className="unseen">{words}</span>
      </>
    );
  return (
    <Checkbox isSelected={isNeeded} onChange={() => write(toggled(leaves, row.id, purposeId))}>
      <span className="unseen">
        {row.name}, {purposeId}
      </span>
    </Checkbox>
  );
}
