// The cells of table/concerns.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('concerns');
