// Notes which of the schema's root fields a request asks for, and traces that it is done: the only name of an operation that is logged. The client's own
// names, of operations and of aliases, are the client's words.
import type { ApolloServerPlugin } from '@apollo/server';
import { beginSpan, endSpan } from '#telemetry';
import { currentVisit } from '../http/correlation.js';
import { fragmentsOf } from './limit-guard.js';
import { rootFields } from './measure.js';

/** More than these are not named. */
const most = 5;

export const noteOperation: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation }) {
        if (!operation) return;
        const names = rootFields(operation, fragmentsOf(document), field => field.name.value);
        currentVisit().operation = [...names].sort().slice(0, most).join(',') || '__schema';
      },
      async executionDidStart() {
        const span = { name: 'operation', isInPlace: true };
        beginSpan(span);
        return { executionDidEnd: async () => endSpan(span) };
      },
    };
  },
};
