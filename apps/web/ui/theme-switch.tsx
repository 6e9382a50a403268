// Light, dark, or as the system has it.
import { useState } from 'react';
import { Menu, MenuButton } from './menu.js';
import { applyTheme, readTheme, themes, type Theme } from './theme.js';
import { partWords } from './words.js';

export function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme);
  const choose = (chosen: Theme) => {
    applyTheme(chosen);
    setTheme(chosen);
  };
  return (
    <Menu isQuiet label={partWords.theme} face={<span aria-hidden="true">◐</span>}>
      {themes.map(each => (
        <MenuButton key={each} isCurrent={each === theme} onPress={() => choose(each)}>
          {partWords[each]}
        </MenuButton>
      ))}
    </Menu>
  );
}
