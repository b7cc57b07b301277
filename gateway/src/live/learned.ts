import type { DocumentNode, GraphQLSchema } from 'graphql';

/** What is learned of a query while it is looked at, for the next time. */
export interface Learned {
  readonly services: Set<string>;
  of?: { readonly document: DocumentNode; readonly schema: GraphQLSchema };
}
