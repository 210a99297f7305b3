/** What decides about colour: the stream written to, and the environment. */
export interface ColourContext {
  readonly isTTY: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Colour is for a terminal that can show it and a user who has not declined it (https://no-color.org). */
export function wantsColour({ isTTY, env }: ColourContext): boolean {
  const { NO_COLOR, TERM } = env;
  const declined = NO_COLOR !== undefined && NO_COLOR !== '';
  return isTTY === true && !declined && TERM !== 'dumb';
}
