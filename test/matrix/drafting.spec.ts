// The cells of table/drafting.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('drafting');
