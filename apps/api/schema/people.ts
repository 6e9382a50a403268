// Who: organisations, people and the viewer. Nothing here says what they may do; that is policy.
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { OrganisationKind } from './enums.js';
import { Node } from './node.js';

@ObjectType({ implements: () => [Node], description: 'An agency, a partner or an overseer.' })
export class Organisation implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => OrganisationKind)
  kind!: OrganisationKind;
}

@ObjectType({
  implements: () => [Node],
  description: 'A person who acts, or a named part of the system acting on its own.',
})
export class Person implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description: 'The name. Where the viewer may not see it, the role and the organisation stand in its place.',
  })
  displayName!: string;

  @Field(() => Organisation)
  organisation!: Organisation;
}

@ObjectType({ description: 'You: the person whose access token or session came with this request.' })
export class Viewer {
  @Field(() => Person)
  person!: Person;

  @Field(() => [String], {
    description:
      'Role keys held in your organisation: analyst, data_steward, privacy_officer, security_officer, engagement_lead, approver, partner, auditor, administrator.',
  })
  roles!: string[];
}
