// Whether this process can serve: asked by whoever sends it requests. The application says what it depends on.
import type { Readiness } from '#telemetry';

export type { Readiness };

export interface ReadinessProbe {
  /** Answers soon, whatever hangs: the probe keeps its own time limits. */
  check(): Promise<Readiness>;
}

/** The injection token under which the application provides its ReadinessProbe. */
export const READINESS_PROBE = Symbol('ReadinessProbe');
