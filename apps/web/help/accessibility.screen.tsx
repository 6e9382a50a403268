// What this app does for everybody to be able to use it, what was tested, and what is still missing.
import { Screen } from '../app/screen.js';
import { DateText } from '../ui/date-text.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import classes from './help.module.css';
import { accessibilityWords, gaps, tests } from './help.words.js';

export const AccessibilityScreen = () => (
  <Screen title={accessibilityWords.title} lead={accessibilityWords.lead}>
    <Section title={accessibilityWords.standard}>
      <p>{accessibilityWords.standardText}</p>
    </Section>
    <Section title={accessibilityWords.tested}>
      <p>
        {accessibilityWords.testedText} <DateText at={accessibilityWords.testedOn} />.
      </p>
      <Points points={tests} />
    </Section>
    <Section title={accessibilityWords.gaps}>
      <Points points={gaps} />
    </Section>
    <Section title={accessibilityWords.tell}>
      <p>{accessibilityWords.tellText}</p>
    </Section>
  </Screen>
);

const Points = ({ points }: { points: readonly string[] }) => (
  <ul className={classes.points}>
    {points.map(point => (
      <li key={point}>
        <Plain text={point} />
      </li>
    ))}
  </ul>
);
