// Loaded into the product by a negative control: it prints what every statement is given, as a careless debugger might.
import pg from 'pg';

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (...asked) {
  if (asked[0]?.values) console.log(JSON.stringify(asked[0].values));
  return query.apply(this, asked);
};
