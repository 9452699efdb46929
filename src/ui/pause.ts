/** Lets the browser draw and answer before more is done. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
