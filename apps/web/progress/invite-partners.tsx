// Asking other organisations in: those of the directory that are not in yet.
import { useState } from 'react';
import { useQuery } from 'urql';
import { FoldedAct } from '../app/folded-act.js';
import { useProposal } from '../app/proposal-frame.js';
import { useCommand } from '../app/use-command.js';
import { Checkbox } from '../ui/choice.js';
import { Plain } from '../ui/plain.js';
import classes from './steering.module.css';
import { invitePartners, organisationsToInvite } from './steering.query.js';
import { steeringWords } from './steering.words.js';

export function InvitePartners({ present, version }: { present: readonly string[]; version: number }) {
  const { id: proposalId } = useProposal();
  const [{ data }] = useQuery({ query: organisationsToInvite });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const invite = useCommand(invitePartners);
  const others = (data?.organisations ?? []).filter(({ id }) => !present.includes(id));
  const noneLeft = data !== undefined && others.length === 0 ? steeringWords.allInvited : undefined;
  const toggle = (id: string, isOn: boolean) => setChosen(now => (isOn ? [...now, id] : now.filter(one => one !== id)));
  const act = async () => {
    if (await invite.run({ proposalId, expectedVersion: version, organisationIds: [...chosen] })) setChosen([]);
  };
  return (
    <FoldedAct
      title={steeringWords.invite}
      what={steeringWords.inviteWhat}
      button={steeringWords.inviteAct}
      why={noneLeft ?? (chosen.length === 0 ? steeringWords.inviteNobody : undefined)}
      {...invite}
      done={steeringWords.done}
      onAct={() => void act()}
    >
      <fieldset className={classes.choices}>
        <legend>{steeringWords.inviteWhom}</legend>
        {others.map(({ id, name }) => (
          <Checkbox key={id} isSelected={chosen.includes(id)} onChange={isOn => toggle(id, isOn)}>
            <Plain text={name} />
          </Checkbox>
        ))}
      </fieldset>
    </FoldedAct>
  );
}
