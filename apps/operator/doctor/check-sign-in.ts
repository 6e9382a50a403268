// Can people sign in, and only as themselves?
import { setTimeout as sleep } from 'node:timers/promises';
import { ok, problem, warning, type Finding } from './finding.js';
import type { Patient } from './patient.js';

const patience = 5_000;

export async function checkSignIn({ installation: { configuration, external } }: Patient): Promise<Finding[]> {
  const { OIDC_ISSUER: issuer, PUBLIC_URL: publicUrl, ASSENT_PROVIDER: isAsked, NODE_ENV } = configuration;
  if (issuer !== undefined) return [await judgeProvider(issuer), ...judgeAddress(publicUrl)];
  if (isAsked && (external !== undefined || NODE_ENV === 'production')) return [openToAll];
  if (isAsked === false || NODE_ENV === 'production') return [nobody];
  return [ok('Sign-in', 'with the demonstration’s provider, where the demonstration is loaded')];
}

const openToAll = problem(
  'Sign-in',
  'with the demonstration’s provider: whoever reaches it is whom they like',
  'Set OIDC_ISSUER and OIDC_CLIENT_ID to your own provider, and unset ASSENT_PROVIDER.',
);
const nobody = warning(
  'Sign-in',
  'no provider is named: only programs with access tokens get in',
  'Set OIDC_ISSUER, OIDC_CLIENT_ID and PUBLIC_URL (docs/operating.md).',
);

/** Does it answer, and as the one that is named? */
async function judgeProvider(issuer: string): Promise<Finding> {
  const place = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const remedy = `See that this machine reaches ${place}. Whoever is signed in goes on meanwhile; nobody else can.`;
  try {
    const answer = await Promise.race([fetch(place), sleep(patience, undefined, { ref: false })]);
    if (!answer?.ok) return problem('Sign-in', `the provider ${issuer} does not answer as one`, remedy);
    const { issuer: named } = (await answer.json()) as { issuer?: unknown };
    if (named === issuer) return ok('Sign-in', `the provider ${issuer} answers`);
    const correct = 'Set OIDC_ISSUER to the issuer that it names, letter by letter.';
    return problem('Sign-in', `the provider at ${issuer} names itself ${String(named).slice(0, 200)}`, correct);
  } catch (error) {
    return problem('Sign-in', `the provider ${issuer} is not reachable: ${(error as Error).message}`, remedy);
  }
}

const judgeAddress = (publicUrl: string | undefined): Finding[] =>
  publicUrl === undefined
    ? [
        warning(
          'Address',
          'PUBLIC_URL is not set: people come back from your provider to this machine only',
          'Set PUBLIC_URL to where browsers reach Assent.',
        ),
      ]
    : [];
