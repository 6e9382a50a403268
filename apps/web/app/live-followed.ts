// The proposal that the screen is about: of its changes people are told in words.
import { useEffect } from 'react';
import { watched } from './watched.js';

export const followed = watched<string | undefined>(undefined);

export function useFollowed(proposalId: string): void {
  useEffect(() => {
    followed.set(proposalId);
    return () => followed.set(undefined);
  }, [proposalId]);
}
