// `npm run web:sizes`: what a browser loads of the web app, in bytes after gzip: with the first page, and with each screen besides.
// Ends with code 1 where the first page needs more than it may.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const MOST = 250_000;
const folder = path.join(import.meta.dirname, '..', 'dist', 'web');
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));

const sizes = new Map();
function sizeOf(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length);
  return sizes.get(file);
}

/** The files of a chunk and of everything that it needs at once. */
function filesOf(key, seen = new Set()) {
  if (seen.has(key)) return [];
  seen.add(key);
  const { file, css = [], imports = [] } = manifest[key];
  return [file, ...css, ...imports.flatMap(each => filesOf(each, seen))];
}

const sum = files => [...new Set(files)].reduce((total, file) => total + sizeOf(file), 0);
const kB = bytes => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;

const entry = filesOf('index.html');
console.log(`${kB(sum(entry))}  first page (at most ${kB(MOST).trim()})`);
const screens = Object.keys(manifest)
  .filter(key => manifest[key].isDynamicEntry)
  .map(key => [key, sum(filesOf(key).filter(file => !entry.includes(file)))])
  .sort(([, a], [, b]) => b - a);
for (const [key, size] of screens) console.log(`${kB(size)}  + ${key}`);
const all = Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]);
const whole = [...new Set(all)].reduce((total, file) => total + statSync(path.join(folder, file)).size, 0);
console.log(`${kB(whole)}  everything, not compressed`);
process.exitCode = sum(entry) > MOST ? 1 : 0;
