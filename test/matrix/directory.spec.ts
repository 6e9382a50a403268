// The cells of table/directory.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('directory');
