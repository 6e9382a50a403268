// Whether this process can serve: asked by whoever sends it requests. The application says what it depends on.

export interface Readiness {
  ready: boolean;
  /** One word for each part, for people: { database: 'ok', migrations: 'pending' }. No addresses, no versions: anyone may read it. */
  parts: Record<string, string>;
}

export interface ReadinessProbe {
  /** Answers soon, whatever hangs: the probe keeps its own time limits. */
  check(): Promise<Readiness>;
}

/** The injection token under which the application provides its ReadinessProbe. */
export const READINESS_PROBE = Symbol('ReadinessProbe');
