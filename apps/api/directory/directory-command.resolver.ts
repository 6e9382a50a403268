// One line for each mutation of the directory.
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../identity/context.js';
import {
  AddOrganisationInput,
  AddPersonInput,
  AssignRoleInput,
  EndRoleInput,
  IssueTokenInput,
  LinkIdentityInput,
  RevokeTokenInput,
  UnlinkIdentityInput,
} from '../schema/commands/directory-input.js';
import { DirectoryResult } from '../schema/directory.js';
import { runDirectoryCommand } from './run-directory-command.js';

const result = () => DirectoryResult;

@Resolver()
export class DirectoryCommandResolver {
  @Mutation(result)
  addOrganisation(@Args('input') input: AddOrganisationInput, @Context() context: RequestContext) {
    return runDirectoryCommand('AddOrganisation', input, context);
  }

  @Mutation(result)
  addPerson(@Args('input') input: AddPersonInput, @Context() context: RequestContext) {
    return runDirectoryCommand('AddPerson', input, context);
  }

  @Mutation(result)
  assignRole(@Args('input') input: AssignRoleInput, @Context() context: RequestContext) {
    return runDirectoryCommand('AssignRole', input, context);
  }

  @Mutation(result)
  endRole(@Args('input') input: EndRoleInput, @Context() context: RequestContext) {
    return runDirectoryCommand('EndRole', input, context);
  }

  @Mutation(result)
  issueToken(@Args('input') input: IssueTokenInput, @Context() context: RequestContext) {
    return runDirectoryCommand('IssueToken', input, context);
  }

  @Mutation(result)
  revokeToken(@Args('input') input: RevokeTokenInput, @Context() context: RequestContext) {
    return runDirectoryCommand('RevokeToken', input, context);
  }

  @Mutation(result)
  linkIdentity(@Args('input') input: LinkIdentityInput, @Context() context: RequestContext) {
    return runDirectoryCommand('LinkIdentity', input, context);
  }

  @Mutation(result)
  unlinkIdentity(@Args('input') input: UnlinkIdentityInput, @Context() context: RequestContext) {
    return runDirectoryCommand('UnlinkIdentity', input, context);
  }
}
