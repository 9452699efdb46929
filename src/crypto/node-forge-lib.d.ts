/** The parts of node-forge that RSA needs; each adds itself to the one forge object. */
declare module 'node-forge/lib/forge.js' {
  import forge from 'node-forge'
  export default forge
}
declare module 'node-forge/lib/rsa.js' {}
declare module 'node-forge/lib/pss.js' {}
declare module 'node-forge/lib/mgf1.js' {}
declare module 'node-forge/lib/sha512.js' {}
