import { describe, expect, it } from '@jest/globals';
import { otherDeeds } from './other-deeds.js';

const allowed = (...commands: string[]) => commands.map(command => ({ command, allowed: true }));
const here = { reference: 'DSP-0042', isPartner: false };

describe('What one may do beside one’s tasks', () => {
  it('leaves out what is not allowed, what a task asks for, and what has no place here', () => {
    const commands = [
      ...allowed('recordDecision', 'comment', 'handOverProposal'),
      { command: 'raiseConcern', allowed: false },
    ];
    const deeds = otherDeeds(commands, [{ kind: 'DECIDE' }], here);
    expect(deeds.map(({ words }) => words)).toEqual(['leave a comment', 'read the dossier']);
  });

  it('leads partners to their own page', () => {
    const deeds = otherDeeds(allowed('raiseConcern'), [], { ...here, isPartner: true });
    const place = { to: '/say/$reference', params: { reference: 'DSP-0042' } };
    expect(deeds).toEqual([
      { words: 'raise a concern', place },
      { words: 'read what is planned', place },
    ]);
  });
});
