/** What the browser gives for Trusted Types; absent where it knows none. */
export interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown }
}

/**
 * The one Trusted Types policy of the page: it lets through the addresses of our own workers and nothing else.
 *
 * @returns turns a known address into what `new Worker` takes: a TrustedScriptURL, or the string where there are none
 * @throws TypeError from the returned function for any other address
 */
export function workerUrls(known: readonly string[], factory?: TrustedTypesFactory): (url: string) => string {
  const createScriptURL = (url: string) => {
    if (!known.includes(url)) throw new TypeError('not a worker of this page')
    return url
  }
  const policy = factory?.createPolicy('lab-worker', { createScriptURL })
  return (url) => (policy ?? { createScriptURL }).createScriptURL(url) as string
}
