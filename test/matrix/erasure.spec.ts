// The cells of table/erasure.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('erasure');
