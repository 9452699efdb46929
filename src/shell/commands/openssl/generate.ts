import type { Bytes } from '../../../bytes/bytes.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { writeOid } from '../../../bytes/der-write.ts'
import { curveOid, type NamedCurve } from '../../../bytes/key-algorithm.ts'
import { encodePem } from '../../../bytes/pem.ts'
import { seedLength } from '../../../crypto/seed-length.ts'
import { Stop, type Io, type Subcommand } from './io.ts'
import { traditional } from './key-file.ts'
import { isDer, numberOf, parseOptions, seeHelp } from './options.ts'
import { provider } from './provider.ts'
import { randomBytes } from './rand.ts'

const CURVES: Readonly<Record<string, NamedCurve>> = {
  'P-256': 'P-256', prime256v1: 'P-256', secp256r1: 'P-256', 'P-384': 'P-384', secp384r1: 'P-384',
  'P-521': 'P-521', secp521r1: 'P-521', secp256k1: 'secp256k1',
} // biome-ignore format: one glance
/** Curves of the real one that KMS does not have either. */
const OTHER_CURVE =
  /^(sec[pt]\d+[rk]\d|prime\d+v\d|brainpoolP\d+[rt]1|c2[pt]nb\d+[vw]\d|SM2|P-(192|224)|wap-.*)$/
const BITS = [2048, 3072, 4096] as const
const TOO_SMALL =
  '1C8000AB:Provider routines:rsa_gen_set_params:key size too small:../providers/implementations/keymgmt/rsa_kmgmt.c:509:'

async function rsaPair(io: Io, command: string, bits: number, small: () => never): Promise<Bytes> {
  if (bits < 512) small()
  const size = BITS.find((each) => each === bits)
  if (!size) io.fail(`${command}: RSA keys of ${BITS.join(', ')} bits are simulated`)
  return (await (await provider()).rsaGenerate(size)).pkcs8
}

async function ecPair(io: Io, curve: NamedCurve): Promise<Bytes> {
  const seed = await randomBytes(io, seedLength(curve))
  return (await (await provider()).ecPair(curve, seed)).pkcs8
}

/** https://docs.openssl.org/3.0/man1/openssl-genpkey/ */
export const genpkey: Subcommand = async (io, args) => {
  const ciphers: string[] = []
  const options = parseOptions(
    io,
    'genpkey',
    args,
    { algorithm: 'text', out: 'text', outform: 'format', pkeyopt: 'text', pass: 'text', quiet: 'flag',
      paramfile: 'text', text: 'flag', genparam: 'flag', help: 'flag' }, // biome-ignore format: one glance
    (name) => /^(aes|des|camellia|aria)/.test(name) && ciphers.push(name) > 0,
  )
  if (options.has('help')) {
    io.err('Usage: genpkey [options]')
    return 0
  }
  for (const name of ['paramfile', 'text', 'genparam'])
    if (options.has(name)) io.fail(`genpkey: -${name} is not simulated`)
  if (ciphers.length > 0)
    io.fail(`genpkey: keys encrypted with a pass phrase (-${ciphers[0]}) are not simulated`)
  const algorithm = options.text('algorithm')
  if (algorithm === undefined || options.rest.length > 0) return io.fail(seeHelp('genpkey'))
  const pkcs8 = await pairOf(io, algorithm, options.all('pkeyopt'))
  await io.write(
    options.text('out'),
    // DER is the algorithm's own form here, PEM is PKCS#8.
    isDer(options.text('outform'))
      ? (traditional(pkcs8)?.der ?? pkcs8)
      : encodeUtf8(encodePem('PRIVATE KEY', pkcs8)),
  )
  return 0
}

async function pairOf(io: Io, algorithm: string, pkeyopts: readonly string[]): Promise<Bytes> {
  const kind = algorithm.toUpperCase()
  const pairs = pkeyopts.map((each) => [each.split(':')[0] ?? '', each.slice(each.indexOf(':') + 1)] as const)
  const cannot = (option: string, queue: string): never => {
    io.err(`genpkey: Error setting ${option} parameter:`)
    io.queue(queue)
    throw new Stop()
  }
  const known = KNOWN[kind]
  for (const [i, [name, value]] of pairs.entries())
    if (known && !known.includes(name))
      cannot(
        pkeyopts[i] as string,
        `03000093:digital envelope routines:default_fixup_args:command not supported:../crypto/evp/ctrl_params_translate.c:582:[action:2, state:4] name=${name}, value=${value}`,
      )
  const last = (name: string) => pairs.findLast(([each]) => each === name)?.[1]
  switch (kind) {
    case 'RSA': {
      const bits = last('rsa_keygen_bits') ?? '2048'
      return rsaPair(io, 'genpkey', numberOf(io, 'genpkey', bits), () =>
        cannot(`rsa_keygen_bits:${bits}`, TOO_SMALL),
      )
    }
    case 'EC': {
      const name = last('ec_paramgen_curve') ?? last('group')
      const curve = name === undefined ? undefined : CURVES[name]
      if (curve) return ecPair(io, curve)
      if (name !== undefined && OTHER_CURVE.test(name))
        io.fail(`genpkey: ${name} is not simulated; P-256, P-384, P-521 and secp256k1 are`)
      io.err('genpkey: Error generating EC key')
      if (name !== undefined) io.queue(INVALID_CURVE)
      throw new Stop()
    }
    case 'ED25519':
      return (await (await provider()).ed25519Pair(await randomBytes(io, 32))).pkcs8
    default:
      if (/^(X25519|X448|ED448|DSA|DH|DHX|RSA-PSS|SM2)$/.test(kind))
        io.fail(`genpkey: ${algorithm} is not simulated; RSA, EC and ED25519 are`)
      io.err(`Error initializing ${algorithm} context`)
      io.queue(
        `0308010C:digital envelope routines:inner_evp_generic_fetch:unsupported:../crypto/evp/evp_fetch.c:386:Global default library context, Algorithm (${algorithm} : 0), Properties (<null>)`,
      )
      throw new Stop()
  }
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  RSA: ['rsa_keygen_bits', 'rsa_keygen_pubexp', 'rsa_keygen_primes'],
  EC: ['ec_paramgen_curve', 'group', 'ec_param_enc'],
  ED25519: [],
}
const INVALID_CURVE =
  '0800008D:elliptic curve routines:group_new_from_name:invalid curve:../crypto/ec/ec_lib.c:1490:'

/** https://docs.openssl.org/3.0/man1/openssl-genrsa/ */
export const genrsa: Subcommand = async (io, args) => {
  const options = parseOptions(io, 'genrsa', args, {
    out: 'text', F4: 'flag', f4: 'flag', primes: 'number', traditional: 'flag', verbose: 'flag', passout: 'text',
    help: 'flag',
  }) // biome-ignore format: one glance
  const [word = '2048', ...more] = options.rest
  if (more.length > 0) io.fail('Extra arguments given.', seeHelp('genrsa'))
  const pkcs8 = await rsaPair(io, 'genrsa', numberOf(io, 'genrsa', word, false), () => {
    io.err('Error setting RSA length')
    io.queue(TOO_SMALL)
    throw new Stop()
  })
  const inner = options.has('traditional') ? traditional(pkcs8) : undefined
  await io.write(
    options.text('out'),
    encodeUtf8(inner ? encodePem(inner.label, inner.der) : encodePem('PRIVATE KEY', pkcs8)),
  )
  return 0
}

/** https://docs.openssl.org/3.0/man1/openssl-ecparam/ - the making of a key, which is what people use it for. */
export const ecparam: Subcommand = async (io, args) => {
  const options = parseOptions(io, 'ecparam', args, {
    name: 'text', genkey: 'flag', noout: 'flag', out: 'text', outform: 'format', list_curves: 'flag', help: 'flag',
    param_enc: 'text', conv_form: 'text', text: 'flag', check: 'flag', in: 'text',
  }) // biome-ignore format: one glance
  for (const name of ['list_curves', 'param_enc', 'conv_form', 'text', 'check', 'in'])
    if (options.has(name)) io.fail(`ecparam: -${name} is not simulated`)
  const name = options.text('name')
  if (name === undefined) return io.fail('ecparam: -name is needed here', seeHelp('ecparam'))
  const curve = CURVES[name]
  if (!curve) {
    if (OTHER_CURVE.test(name)) io.fail(`ecparam: ${name} is not simulated; four curves of KMS are`)
    io.err('unable to generate key')
    io.queue(INVALID_CURVE)
    return 1
  }
  const der = isDer(options.text('outform'))
  const parts: (readonly [label: string, der: Bytes])[] = []
  if (!options.has('noout')) parts.push(['EC PARAMETERS', writeOid(curveOid(curve))])
  if (options.has('genkey')) {
    const inner = traditional(await ecPair(io, curve))
    if (inner) parts.push([inner.label, inner.der])
  }
  if (der) for (const [, bytes] of parts) await io.write(options.text('out'), bytes)
  else
    await io.write(
      options.text('out'),
      encodeUtf8(parts.map(([label, bytes]) => encodePem(label, bytes)).join('')),
    )
  return 0
}
