// The cells of table/assigning.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('assigning');
