// The cells of table/stewardship.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('stewardship');
