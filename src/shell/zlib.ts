/**
 * What just-bash names of node:zlib, for builds without Node (vite.config.ts). Nothing calls it: the commands that
 * would are left out.
 */
export const constants = {}

export function gunzipSync(): never {
  throw new Error('no gzip here')
}

export const gzipSync = gunzipSync
