import { readFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { composeServices as composeIndependently } from '@theguild/federation-composition';
import { parse, Source, type DocumentNode, type GraphQLError } from 'graphql';
import { sdlFiles, services, type ServiceName } from './resolver-types.ts';

/** One service's part of the graph: the platform's SDL and its own, in one document. */
export interface Subgraph {
  readonly name: ServiceName;
  /** a placeholder: the gateway is told by SUBGRAPH_URL_… where a service is */
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

/** The parts of the graph do not make one graph; the message names every fault and where it is. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
}

async function parseFile(path: string): Promise<DocumentNode> {
  try {
    return parse(new Source(await readFile(path, 'utf8'), path));
  } catch (cause) {
    throw new CompositionError(`${path} is not GraphQL: ${String(cause)}`, { cause });
  }
}

async function readSubgraph(name: ServiceName): Promise<Subgraph[]> {
  const files = await sdlFiles(name);
  // the platform's file alone: a service that answers nothing yet
  if (files.length < 2) return [];
  const documents = await Promise.all(files.map(parseFile));
  return [{ name, url: `http://${name}/graphql`, typeDefs: mergeTypeDefs(documents, { throwOnConflict: true }) }];
}

/**
 * Reads the SDL of every service that has any.
 * @throws CompositionError when a file is not GraphQL
 */
export async function readSubgraphs(): Promise<Subgraph[]> {
  return (await Promise.all(services.map(readSubgraph))).flat();
}

function placeOf(error: GraphQLError): string {
  const places = (error.nodes ?? []).flatMap(({ loc }) =>
    loc ? [`${loc.source.name}:${loc.startToken.line}:${loc.startToken.column}`] : [],
  );
  return places.length > 0 ? ` (${[...new Set(places)].join(', ')})` : '';
}

function refuse(by: string, errors: readonly GraphQLError[]): never {
  const lines = errors.map((error) => `  ${error.message}${placeOf(error)}`);
  throw new CompositionError(`the subgraphs do not compose (${by}):\n${lines.join('\n')}`);
}

/**
 * Makes one graph of subgraphs, checked by two implementations that know nothing of each other.
 * @param hint is told what composes but may not be meant
 * @returns SDL of the supergraph
 * @throws CompositionError that lists every fault
 */
export function compose(subgraphs: readonly Subgraph[], hint: (text: string) => void = console.warn): string {
  const composed = composeServices([...subgraphs]);
  if (composed.errors) refuse('@apollo/composition', composed.errors);
  const second = composeIndependently([...subgraphs]);
  if (second.errors) refuse('@theguild/federation-composition', second.errors);
  for (const one of composed.hints) hint(`hint ${one.definition.code}: ${one.message}`);
  return `${composed.supergraphSdl.trimEnd()}\n`;
}

/**
 * The supergraph of all services, as gateway/supergraph.graphql holds it. Hints go to standard error.
 * @throws CompositionError
 */
export async function composeSupergraph(): Promise<string> {
  return compose(await readSubgraphs());
}
