// How long sessions last, in seconds, as the configuration says it.
import type { Configuration } from '#configuration';
import type { SessionTimes } from '#store';

export const timesOf = (configuration: Configuration<'api'>): SessionTimes => ({
  idle: configuration.SESSION_IDLE_MINUTES * 60,
  longest: configuration.SESSION_HOURS * 3600,
  fresh: configuration.FRESH_SIGN_IN_MINUTES * 60,
});
