// What cannot be seen cannot be found and deleted by hand: one press takes it out of a place and changes nothing else.
import { Button } from '../ui/button.js';
import { useLeaf, useWhy, useWrite } from './editing.js';
import { withoutHidden } from './text-fault.js';
import { dossierWords } from './words.js';

export function TakeOutHidden({ place, isLine = false }: { place: string; isLine?: boolean }) {
  const leaf = useLeaf(place);
  const write = useWrite();
  const isHidden = useWhy(place) === 'hidden-signs';
  if (!isHidden || !write || leaf === undefined) return null;
  return (
    <div>
      <Button onPress={() => write({ [place]: withoutHidden(leaf, isLine ? 'line' : 'text') })}>
        {dossierWords.takeOutHidden}
      </Button>
    </div>
  );
}
