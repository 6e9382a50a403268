// The cells of table/partners.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('partners');
