// Which purposes need a data item: a box for each.
import { anchorOf } from '../app/proposal-places.js';
import { Checkbox } from '../ui/choice.js';
import { Plain } from '../ui/plain.js';
import { useLeaves, useWrite } from './editing.js';
import { idsIn, place, textAt } from './leaves.js';
import { toggled } from './matrix.js';
import { PlaceNotes } from './place-notes.js';
import { Shown } from './place-field.js';

export function PurposeBoxes({ id, label }: { id: string; label: string }) {
  const leaves = useLeaves();
  const write = useWrite();
  const at = place('dataItems', id, 'purposeIds');
  const needed = (leaves[at] as string[] | undefined) ?? [];
  if (!write)
    return (
      <Shown place={at} label={label}>
        {needed.join(', ')}
      </Shown>
    );
  return (
    <div role="group" aria-label={label} id={anchorOf(at)}>
      <p>
        <strong>{label}</strong>
      </p>
      {idsIn(leaves, 'purposes').map(purposeId => (
        <Checkbox
          key={purposeId}
          isSelected={needed.includes(purposeId)}
          onChange={() => write(toggled(leaves, id, purposeId))}
        >
          {purposeId} · <Plain text={textAt(leaves, place('purposes', purposeId, 'statement'))} />
        </Checkbox>
      ))}
      <PlaceNotes place={at} />
    </div>
  );
}
