// What the scripts tell people: Chinese first, English second.

/**
 * @param {string} chinese
 * @param {string} english
 */
export function say(chinese, english) {
  console.log(`${chinese}\n${english}`);
}

/** A failure that is explained in both languages and needs no stack trace. */
export class Explained extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   * @param {unknown} [cause]
   */
  constructor(chinese, english, cause) {
    super(`${chinese}\n${english}`, { cause });
    this.name = 'Explained';
  }
}

/**
 * Prints a failure: an explained one as its words, any other with its stack.
 * @param {unknown} error
 */
export function complain(error) {
  if (!(error instanceof Explained)) {
    console.error(error);
    return;
  }
  console.error(error.message);
  if (error.cause !== undefined) {
    console.error(error.cause instanceof Error ? error.cause.message : String(error.cause));
  }
}

/**
 * Waits for slow work and says every five seconds that it is still under way.
 * @template T
 * @param {string} chinese
 * @param {string} english
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(chinese, english, work) {
  say(`${chinese} …`, `${english} …`);
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const timer = setInterval(() => console.log(`  … ${seconds()} s`), 5000);
  try {
    const result = await work();
    console.log(`  ✓ ${seconds()} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
