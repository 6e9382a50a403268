// The cells of table/deciding.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('deciding');
