// The cells of table/work.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('work');
