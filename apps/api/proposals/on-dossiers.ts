// What a proposal in a list can only answer with its dossier at hand.

const fields = 'dossier availableCommands questions checks blockers possible aboutPlaces myTasks';

/** Names of fields, at any depth. */
export const onDossiers: readonly string[] = fields.split(' ');
