/** Made by .ci/wycheproof-plugin.ts: file name to a lazy import, empty where the vectors are absent. */
declare module 'virtual:wycheproof' {
  const files: Record<string, () => Promise<{ default: unknown }>>
  export default files
}
