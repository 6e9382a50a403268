// What helps to answer a question well: guidance, a good and a poor answer, and what the question serves. Beside it where there is room,
// folded below it where there is none.
import { Disclosure } from '../ui/disclosure.js';
import { Plain } from '../ui/plain.js';
import type { AskedQuestion } from './dossier.query.js';
import classes from './beside.module.css';
import { useIsWide } from './use-is-wide.js';
import { dossierWords } from './words.js';

type Question = AskedQuestion['question'];

export function Beside({ question }: { question: Question }) {
  const isWide = useIsWide();
  if (isWide)
    return (
      <aside className={classes.beside} aria-label={`${dossierWords.beside}: ${question.id}`}>
        <Help question={question} />
      </aside>
    );
  return (
    <Disclosure title={dossierWords.beside}>
      <div className={classes.beside}>
        <Help question={question} />
      </div>
    </Disclosure>
  );
}

const Help = ({ question }: { question: Question }) => {
  const { help, goodAnswer, poorAnswer, redFlags, unverified, mapsTo } = question;
  return (
    <>
      {help.split(/\n+/).map(paragraph => (
        <p key={paragraph}>
          <Plain text={paragraph} />
        </p>
      ))}
      <Example title={dossierWords.good} tone="good" text={goodAnswer} />
      <Example title={dossierWords.poor} tone="poor" text={poorAnswer} />
      {redFlags.length > 0 && (
        <div>
          <h3>{dossierWords.redFlags}</h3>
          <ul>
            {redFlags.map(flag => (
              <li key={flag}>
                <Plain text={flag} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Codes title={dossierWords.serves} codes={mapsTo.dpupElements} />
      <Codes title={dossierWords.principles} codes={mapsTo.privacyPrinciples} />
      {unverified && (
        <p className={classes.unverified}>
          <strong>{dossierWords.unverified}:</strong> <Plain text={unverified} />
        </p>
      )}
    </>
  );
};

const Example = ({ title, tone, text }: { title: string; tone: 'good' | 'poor'; text: string }) =>
  text && (
    <figure className={classes.example} data-tone={tone}>
      <figcaption>{title}</figcaption>
      <blockquote>
        <Plain text={text} />
      </blockquote>
    </figure>
  );

type Code = Question['mapsTo']['dpupElements'][number];

const Codes = ({ title, codes }: { title: string; codes: readonly Code[] }) =>
  codes.length > 0 && (
    <div>
      <h3>{title}</h3>
      <ul role="list" className={classes.codes}>
        {codes.map(({ code, title: name, meaning }) => (
          <li key={code} title={meaning}>
            <Plain text={name} />
          </li>
        ))}
      </ul>
    </div>
  );
