// Every part of ui/ in its states, for those who build screens. Not in the navigation; its examples are texts of its own.
import { Screen } from '../app/screen.js';
import { ThemeSwitch } from '../ui/theme-switch.js';
import { ButtonsShown } from './buttons-shown.js';
import { FieldsShown } from './fields-shown.js';
import { FrameShown } from './frame-shown.js';
import { ListsShown } from './lists-shown.js';
import { StatesShown } from './states-shown.js';
import classes from './parts.module.css';

export function PartsScreen() {
  return (
    <main className={classes.page}>
      <Screen title="Parts" lead="What every screen is made of, in its states." actions={<ThemeSwitch />}>
        <StatesShown />
        <ButtonsShown />
        <FieldsShown />
        <ListsShown />
        <FrameShown />
      </Screen>
    </main>
  );
}
