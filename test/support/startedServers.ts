import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { LanguageServer, type StartOptions } from './languageServer.ts';

const servers: LanguageServer[] = [];

/** A server that has not been asked to start yet, which {@link killServers} ends. */
export function newServer(): LanguageServer {
  const server = new LanguageServer();
  servers.push(server);
  return server;
}

/** Starts a server that {@link killServers} ends. */
export async function startServer(options: StartOptions = {}): Promise<LanguageServer> {
  const server = await LanguageServer.start(options);
  servers.push(server);
  return server;
}

/** The diagnostics of a document, asked for. */
export async function pulled(server: LanguageServer, uri: string): Promise<readonly Diagnostic[]> {
  const report = await server.pull(uri);
  assert.equal(report.kind, 'full');
  return report.items;
}

/** Ends the servers that a test has started. */
export function killServers(): void {
  for (const server of servers.splice(0)) if (server.isRunning) server.kill();
}
