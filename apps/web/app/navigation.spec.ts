import { describe, expect, it } from '@jest/globals';
import { destinationsOf } from './navigation.js';

const labels = (...roles: Parameters<typeof destinationsOf>[0]) => destinationsOf(roles).map(({ label }) => label);

describe('The navigation', () => {
  it('leads the people of an agency everywhere', () => {
    expect(labels('analyst')).toEqual(['My work', 'Proposals', 'History', 'Reports', 'Learning', 'People']);
  });

  it('leads partners, and those without a role, to what can be there for them', () => {
    expect(labels('partner')).toEqual(['My work', 'Proposals', 'History', 'Learning']);
    expect(labels()).toEqual(labels('partner'));
  });
});
