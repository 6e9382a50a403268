// Is this list of definitions a register? Shape first, then references: every fault with its path, before anything starts.
import { z } from 'zod';
import { questionSets, roleKeys, signOffKeys } from '../vocabulary/index.js';
import type { WorkflowDefinition } from './definition.js';

const definition = z.strictObject({
  key: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.int().min(1),
  title: z.string().min(1),
  tier: z.enum(['T1', 'T2', 'T3', 'U']),
  signOffs: z.array(
    z.strictObject({
      key: z.enum(signOffKeys),
      title: z.string().min(1),
      roles: z.array(z.enum(roleKeys)).min(1),
      holds: z.array(z.enum(questionSets)).min(1),
      after: z.array(z.enum(signOffKeys)),
    }),
  ),
});

/** Empty when all is well. */
export function definitionFaults(candidates: readonly unknown[]): string[] {
  const shape = candidates.flatMap((candidate, index) => {
    const { error } = definition.safeParse(candidate);
    return (error?.issues ?? []).map(issue => `${[index, ...issue.path].join('.')}: ${issue.message}`);
  });
  if (shape.length > 0) return shape;
  const definitions = candidates as readonly WorkflowDefinition[];
  return [...duplicates(definitions), ...definitions.flatMap(referenceFaults)];
}

function duplicates(definitions: readonly WorkflowDefinition[]): string[] {
  const names = definitions.map(({ key, version }) => `${key} v${version}`);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index ? [`${index}: ${name} stands at ${names.indexOf(name)} already`] : [],
  );
}

/** A definition with sign-offs asks every question set of exactly one of them, and waits only for sign-offs it has. */
function referenceFaults({ signOffs }: WorkflowDefinition, index: number): string[] {
  const keys = signOffs.map(({ key }) => key);
  const held = signOffs.flatMap(({ holds }) => holds);
  const twice = keys.filter((key, place) => keys.indexOf(key) < place);
  const sets = signOffs.length === 0 ? [] : questionSets.filter(set => held.filter(each => each === set).length !== 1);
  const waits = signOffs.flatMap(({ after }, place) =>
    after
      .filter(key => !keys.includes(key))
      .map(key => `${index}.signOffs.${place}.after: there is no sign-off ${key}`),
  );
  return [
    ...twice.map(key => `${index}.signOffs: ${key} stands there twice`),
    ...sets.map(set => `${index}.signOffs: the questions ${set} are held by none or by several`),
    ...waits,
  ];
}
