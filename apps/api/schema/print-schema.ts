// The schema as text, from the resolvers alone: no server, no database. `schema.graphql` at the root is this, committed and reviewed.
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type BuildSchemaOptions, GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { DateTimeScalar } from './scalars.js';

/** How the schema is built, for the running API and for `schema.graphql` alike. Every number is an Int unless a field says otherwise. */
export const schemaOptions = {
  numberScalarMode: 'integer',
  scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
} satisfies BuildSchemaOptions;

/** Builds our schema from resolver classes, which are not instantiated. Throws when a type or a field cannot be resolved. */
export async function buildOurSchema(resolvers: Type[]): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    return await app.get(GraphQLSchemaFactory).create(resolvers, schemaOptions);
  } finally {
    await app.close();
  }
}

/** The sorted schema language text of our schema, ending in a newline. Sorted, so that moving a class makes no difference. */
export async function printOurSchema(resolvers: Type[]): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildOurSchema(resolvers)))}\n`;
}
