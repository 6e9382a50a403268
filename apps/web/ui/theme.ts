// Light, dark, or as the system has it: kept in this browser, on the root element.
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'assent.theme';

export const readTheme = (): Theme => themes.find(theme => theme === localStorage.getItem(KEY)) ?? 'system';

export function applyTheme(theme: Theme = readTheme()): void {
  if (theme === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset['theme'];
    return;
  }
  localStorage.setItem(KEY, theme);
  document.documentElement.dataset['theme'] = theme;
}
