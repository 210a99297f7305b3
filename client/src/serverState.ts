/** What the user is told of the server: not needed yet, coming up, at work, ended, or unable to run. */
export type ServerState = 'idle' | 'starting' | 'running' | 'stopped' | 'failed';
