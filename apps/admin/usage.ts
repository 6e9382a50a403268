// What an operator can ask for on the command line, and the words that say so.

export const usage = `Usage: npm run admin -- COMMAND [--option value …]

  bootstrap --organisation NAME --name PERSON [--kind AGENCY]
      Makes the first organisation, its administrator and an access token. Once, on an empty directory.
  list
      Organisations, people, roles and tokens, with their ids.
  add-organisation --name NAME --kind AGENCY|NGO|IWI|OVERSIGHT|OTHER
  add-person --organisation ID --name NAME
  assign-role --person ID --role ROLE [--organisation ID] [--from TIME] [--until TIME]
  end-role --assignment ID [--until TIME]
  issue-token --person ID --label TEXT [--days 90] [--read-only]
  revoke-token --token ID
  link-identity --person ID --issuer URL --subject TEXT
      Whoever your OpenID provider knows by this subject signs in as this person. Whoever tries to sign in unlinked is shown both.
  unlink-identity --identity ID
      Nobody signs in with it any more; sessions that began with it end.

All but bootstrap and list are done in the name of an administrator: --by ID (not needed while there is just one).
The database is that of DATABASE_URL; without it, the embedded one under ASSENT_HOME.
The rules are those of the API: nobody gives themself a role, an administrator has no other, the last one stays.
Each change is an entry of the directory's history. A token is shown once, when it is issued.`;

/** What the directory's rules refuse: said in the words of the API, exit code 2. */
export class Refused extends Error {}

/** A mistake of the operator's: said in a sentence, exit code 2. */
export class UsageError extends Error {}
