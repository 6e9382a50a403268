// A process of its own: node:http over one SQL statement, and nothing else. What a list costs when nobody checks anything.
import { createServer } from 'node:http';
import pg from 'pg';
import { listStatement } from './list-statement.mjs';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

async function answer(request, response) {
  for await (const _ of request);
  const { rows } = await pool.query(listStatement);
  const body = JSON.stringify(rows[0].edges);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch(error => response.writeHead(500, { 'content-length': 0 }).end(console.error(error)));
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
