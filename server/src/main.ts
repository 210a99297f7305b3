// The language server as a Node process: `node dist/server.js --stdio` for any client, IPC for the extension.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection.ts';
import { nodeDisclosureFiles } from './nodeDisclosureFiles.ts';
import { readTextFile } from './nodeFiles.ts';

serve(createConnection(ProposedFeatures.all), { readFile: readTextFile, disclosures: nodeDisclosureFiles });
