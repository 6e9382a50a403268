// The cells of table/comments.txt, one by one over HTTP.
import { playTable } from './play-table.js';

playTable('comments');
