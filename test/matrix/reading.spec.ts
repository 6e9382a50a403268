// The cells of table/reading.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('reading');
