// The two questions of whoever runs the process: is it up, and can it serve? Neither needs a token.
import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { READINESS_PROBE, type Readiness, type ReadinessProbe } from './readiness.js';

@Controller()
export class HealthController {
  constructor(@Inject(READINESS_PROBE) private readonly probe: ReadinessProbe) {}

  @Get('livez')
  isAlive() {
    return { alive: true };
  }

  /** 200 when it can serve, 503 when it cannot. A probe that breaks means that it cannot. */
  @Get('readyz')
  async isReady(@Res({ passthrough: true }) reply: { code(status: number): unknown }): Promise<Readiness> {
    const readiness = await this.probe.check().catch(() => ({ ready: false, parts: { probe: 'failed' } }));
    reply.code(readiness.ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return readiness;
  }
}
