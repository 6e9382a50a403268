// The web app begins: styles, theme, router.
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { applyTheme } from './ui/theme.js';

applyTheme();

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no element with the id “app”.');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
