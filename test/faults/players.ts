// Who takes part: the demonstration's people, made through the directory, and two who hold two roles each.
import { createDataSource } from '#store';
import { makeCast, type Cast, type Member } from '../harness/cast.js';

export interface Players extends Cast {
  stewardAndOfficer: Member;
  securityAndApprover: Member;
}

export async function makePlayers(url: string): Promise<Players> {
  const dataSource = await createDataSource({ url, role: 'assent_application', poolSize: 2 }).initialize();
  try {
    const cast = await makeCast(dataSource);
    const twice = (name: string, ...roles: Players['stewardAndOfficer']['roles']) =>
      cast.add({ name, organisation: 'lead', roles });
    return {
      ...cast,
      stewardAndOfficer: await twice('Hana Double', 'data_steward', 'privacy_officer'),
      securityAndApprover: await twice('Rewi Double', 'security_officer', 'approver'),
    };
  } finally {
    await dataSource.destroy();
  }
}
