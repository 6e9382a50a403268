// The cells of table/signing.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('signing');
