// How to do what people come for, and what Assent cannot show.
import { Link } from '@tanstack/react-router';
import { Screen } from '../app/screen.js';
import { Section } from '../ui/section.js';
import { checking, helpWords, limits, objecting } from './help.words.js';
import classes from './help.module.css';
import { Keys } from './keys.js';
import { RolesHelp } from './roles-help.js';
import { StatesHelp } from './states-help.js';

const sections = ['roles', 'states', 'object', 'receipt', 'limits', 'keys', 'ask'] as const;

export const HelpScreen = () => (
  <Screen title={helpWords.title} lead={helpWords.lead} aside={<Contents />}>
    <RolesHelp />
    <StatesHelp />
    <Section title={helpWords.object} id="object">
      <Steps steps={objecting} />
      <p>
        <Link to="/proposals">{helpWords.toConcerns}</Link>
      </p>
    </Section>
    <Section title={helpWords.receipt} id="receipt">
      <Steps steps={checking} />
      <p>
        <Link to="/history">{helpWords.toHistory}</Link>
      </p>
    </Section>
    <Section title={helpWords.limits} id="limits">
      <ul className={classes.points}>
        {limits.map(limit => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </Section>
    <Keys />
    <Section title={helpWords.ask} id="ask">
      <p>{helpWords.askText}</p>
      <p className={classes.links}>
        <Link to="/accessibility">{helpWords.toAccessibility}</Link>
        <Link to="/learning">{helpWords.toLearning}</Link>
      </p>
    </Section>
  </Screen>
);

const Steps = ({ steps }: { steps: readonly string[] }) => (
  <ol className={classes.points}>
    {steps.map(step => (
      <li key={step}>{step}</li>
    ))}
  </ol>
);

const Contents = () => (
  <nav aria-label={helpWords.onThisPage}>
    <ul role="list" className={classes.contents}>
      {sections.map(section => (
        <li key={section}>
          <a href={`#${section}`}>{helpWords[section]}</a>
        </li>
      ))}
    </ul>
  </nav>
);
