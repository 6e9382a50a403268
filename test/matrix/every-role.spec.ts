// The cells of table/every-role.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('every-role');
