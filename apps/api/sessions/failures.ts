// What went wrong while somebody signed in, as they are told it. Whatever it was, their journey is over.
import { faultFields, tell } from '#telemetry';
import { faultOf, type LogFault } from '../graphql/faults.js';
import { ProviderDownError, SignInRefusedError } from './agency-provider.js';
import { pageAnswer, type Answer } from './answer.js';
import { endOfJourney, unpackJourney } from './journey.js';
import { returnPath } from './return-path.js';
import type { Coming } from './sign-in.js';
import * as words from './words.js';

export const afterFailure =
  ({ id: correlationId, path, headers }: Coming, logFault: LogFault) =>
  (error: unknown): Answer => {
    const asked = URL.canParse(path, 'http://here.invalid') ? new URL(path, 'http://here.invalid') : undefined;
    const returnTo = returnPath(unpackJourney(headers.cookie)?.returnTo ?? asked?.searchParams.get('return'));
    if (error instanceof ProviderDownError) {
      tell('provider-down', { correlationId, ...faultFields(error.cause) });
      return pageAnswer(503, words.providerDown(returnTo, correlationId), endOfJourney());
    }
    if (error instanceof SignInRefusedError) {
      // What a provider says is told where it can only be a code.
      const reason = /^[a-z_]{1,60}$/.test(error.reason) ? error.reason : 'refused';
      tell('sign-in-refused', { correlationId, reason });
      return pageAnswer(403, words.refused(reason, returnTo, correlationId), endOfJourney());
    }
    logFault(faultOf(error, correlationId));
    return pageAnswer(500, words.ourFault(correlationId), endOfJourney());
  };
