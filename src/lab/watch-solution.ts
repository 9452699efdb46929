import { encodeBase64 } from '../bytes/base64.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { encodeHex } from '../bytes/hex.ts'
import { decodeUtf8 } from '../bytes/utf8.ts'
import type { ServiceName } from '../cloud/service.ts'
import { playHeadless, type Hands } from '../course/headless.ts'
import type { LabDefinition } from '../course/lab-definition.ts'
import { labOfSeed } from '../course/lab-of-seed.ts'
import type { Answer, LabPlay, Player } from '../course/plays/player.ts'
import type { KeyRecord } from '../kms/key.ts'
import { commandFor, type CliValue } from '../wire/cli-command.ts'
import { encodeOutput } from '../wire/json.ts'
import { serviceModels } from '../wire/service-models.ts'
import { shellWord } from '../wire/shell-word.ts'
import type { Instant } from '../world/clock.ts'
import { AT_HOME } from './acting.ts'

/** One thing that the solution does, and what came of it. */
export interface SolutionAct {
  readonly number: number
  readonly at: Instant
  readonly did:
    | { readonly is: 'command'; readonly line: string }
    | { readonly is: 'answer'; readonly asks: string; readonly answer: string }
    | { readonly is: 'drop'; readonly name: string }
  /** What the service answered, as JSON; undefined when nobody was asked */
  readonly output?: string
  readonly refused?: { readonly code: string; readonly message: string }
  /** Files that hold a blob of the answer from now on */
  readonly kept: readonly string[]
  /** What became true by it: the number of the task and the sentence */
  readonly met: readonly { readonly task: number; readonly says: string; readonly event: number }[]
  /** The keys of the home Region after it, oldest first */
  readonly keys: readonly KeyRecord[]
}

/**
 * Plays a lab's solution in a world of its own and tells each act, as a learner would do it at the prompt.
 *
 * @param tell receives the acts in their order, as soon as each is done
 * @param left whether nobody watches any more
 * @returns whether all conditions hold at the end
 */
export async function watchSolution(
  lab: LabDefinition,
  play: LabPlay,
  seed: number,
  hands: Hands,
  tell: (act: SolutionAct) => void,
  left: () => boolean,
): Promise<boolean> {
  const variant = labOfSeed(lab, seed)
  const player = await playHeadless(variant, seed, hands)
  const names = new Names()
  for (const name of player.view.files()) names.keep(name, player.view.file(name) ?? new Uint8Array())
  const met = new Set<string>()
  let number = 0

  function done(
    did: SolutionAct['did'],
    more: Partial<Pick<SolutionAct, 'output' | 'refused' | 'kept'>> = {},
  ) {
    if (left()) throw new NobodyWatches()
    const fresh = variant.steps.flatMap((step, i) =>
      step.conditions.flatMap((condition) => {
        if (met.has(condition.id)) return []
        const verdict = condition.holds(player.view)
        if (!verdict.met) return []
        met.add(condition.id)
        return [{ task: i + 1, says: condition.says, event: verdict.event }]
      }),
    )
    const keys = player.view.keys()
    tell({ number: ++number, at: player.view.now, did, kept: [], ...more, met: fresh, keys: [...keys] })
  }
  const command = (line: string) => ({ is: 'command', line }) as const

  async function asked(
    service: 'kms' | ServiceName,
    operation: string,
    input: Readonly<Record<string, unknown>>,
    caller: { readonly as: string; readonly region: string },
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    const model = modelOf(service, operation)
    const values = { ...(encodeOutput(model.input, input) as Record<string, CliValue>) }
    const before: string[] = []
    for (const [member, value] of Object.entries(input)) {
      if (!(value instanceof Uint8Array)) continue
      const { name, made } = names.of(value as Bytes, member)
      if (name !== undefined) values[member] = { file: name }
      if (made !== undefined) before.push(made)
    }
    const line = commandFor(operation, values, model.input, {
      ...(service === 'kms' ? {} : { service: service === 's3' ? 's3api' : service }),
      ...(caller.as === AT_HOME.as ? {} : { profile: caller.as }),
      ...(caller.region === AT_HOME.region ? {} : { region: caller.region }),
    })
    const answer = await ask()
    const text = [...before, line].join('\n')
    if (!answer.ok) {
      done(command(text), { refused: { code: answer.code, message: answer.message } })
      return answer
    }
    const kept = Object.entries(answer.output).flatMap(([member, value]) =>
      value instanceof Uint8Array && !names.knows(value as Bytes)
        ? [names.fresh(`${member}.bin`, value as Bytes)]
        : [],
    )
    const output = JSON.stringify(encodeOutput(model.output, answer.output), null, 2)
    done(command(text), { kept, output })
    return answer
  }

  const watched: Player = {
    ...player,
    call: (operation, input, region = AT_HOME.region, as = 'KeyCustodian') =>
      asked('kms', operation, input, { as, region }, () => player.call(operation, input, region, as)),
    request: (service, operation, input, as = 'KeyAdmin', region) =>
      asked(service, operation, input, { as, region: region ?? AT_HOME.region }, () =>
        player.request(service, operation, input, as, region),
      ),
    async moveClock(to) {
      await player.moveClock(to)
      done(command(`lab clock ${new Date(player.view.now).toISOString().replace('.000Z', 'Z')}`))
    },
    async regionFailure() {
      await player.regionFailure()
      done(command('lab region-failure'))
    },
    async ring(about) {
      await player.ring(about)
      const gave = player.view.rings.at(-1)?.gave ?? []
      for (const name of gave) names.keep(name, player.view.file(name) ?? new Uint8Array())
      done(command(`lab ring ${shellWord(about)}`), { kept: gave })
    },
    answer(id, value) {
      player.answer(id, value)
      done(answered(variant, id, value))
    },
    putFile(name, bytes) {
      player.putFile(name, bytes)
      const from = names.nameOf(bytes)
      names.keep(name, bytes)
      // Kept under this name already: nothing that a learner would do
      if (from === name) return
      const made = from === undefined ? written(bytes, name) : `cp ${shellWord(from)} ${shellWord(name)}`
      if (made !== undefined) done(command(made))
    },
    receive(name, bytes) {
      const verdict = player.receive(name, bytes)
      names.keep(name, bytes)
      done({ is: 'drop', name })
      return verdict
    },
    async wrap(publicKey, material, hash = 'SHA-256') {
      const blob = await player.wrap(publicKey, material, hash)
      const box = names.of(publicKey, 'public-key').name ?? '?'
      const { name = '?', made } = names.of(material, 'material')
      const out = names.fresh('wrapped.bin', blob)
      const md = hash === 'SHA-1' ? 'sha1' : 'sha256'
      const line = `openssl pkeyutl -encrypt -in ${shellWord(name)} -out ${out} \\\n  -pubin -inkey ${shellWord(box)} -keyform DER \\\n  -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:${md} -pkeyopt rsa_mgf1_md:${md}`
      done(command([...(made ? [made] : []), line].join('\n')))
      return blob
    },
    closeLocally(dataKey, plaintext) {
      const closed = player.closeLocally(dataKey, plaintext)
      const { name, made } = names.of(plaintext, 'record')
      const out = names.fresh('closed.enc', closed)
      done(command([...(made ? [made] : []), enc('', names.of(dataKey, 'key').name, name, out)].join('\n')))
      return closed
    },
    openLocally(dataKey, closed) {
      const opened = player.openLocally(dataKey, closed)
      done(command(enc(' -d', names.of(dataKey, 'key').name, names.of(closed, 'closed').name)))
      return opened
    },
    async fingerprint(bytes) {
      const print = await player.fingerprint(bytes)
      const { name, made } = names.of(bytes, 'file')
      done(command([...(made ? [made] : []), `sha256sum ${shellWord(name ?? '?')}`].join('\n')), {
        output: print,
      })
      return print
    },
    random(length) {
      const bytes = player.random(length)
      done(command(`openssl rand -out ${names.fresh('material.bin', bytes)} ${length}`))
      return bytes
    },
  }
  try {
    await play.solution(watched)
  } catch (error) {
    if (error instanceof NobodyWatches) return false
    throw error
  }
  return variant.steps.every(({ conditions }) => conditions.every(({ id }) => met.has(id)))
}

class NobodyWatches extends Error {}

const modelOf = (service: 'kms' | ServiceName, operation: string) => {
  const model = serviceModels()
    .find((each) => each.service === service)
    ?.operations.find(({ name }) => name === operation)
  if (!model) throw new RangeError(`${service} has no operation ${operation}`)
  return model
}

const enc = (way: string, key = '?', from = '?', to?: string) =>
  `openssl enc${way} -aes-256-cbc -K $(xxd -p -c 64 ${shellWord(key)}) \\\n  -iv 00000000000000000000000000000000 -in ${shellWord(from)}${to === undefined ? '' : ` -out ${shellWord(to)}`}`

/** A line that writes a short text to a file; undefined for what is no text. */
function written(bytes: Bytes, name: string): string | undefined {
  try {
    const text = decodeUtf8(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is no text
    if (text.length > 1_000 || /[\u0000-\u001f]/.test(text.replace(/\n$/, ''))) return undefined
    const form = text.endsWith('\n') ? "'%s\\n'" : '%s'
    return `printf ${form} ${shellWord(text.replace(/\n$/, ''))} > ${shellWord(name)}`
  } catch {
    return undefined
  }
}

function answered({ steps }: Pick<LabDefinition, 'steps'>, id: string, value: string): SolutionAct['did'] {
  for (const { predictions = [], questions = [], entries = [] } of steps) {
    const question = [...predictions, ...questions].find((each) => each.id === id)
    if (question) {
      const marked = value.split(',')
      const chosen = question.options.filter((option) => marked.includes(option.id))
      return { is: 'answer', asks: question.asks, answer: chosen.map(({ text }) => text).join('; ') || value }
    }
    const entry = entries.find((each) => each.id === id)
    if (entry) return { is: 'answer', asks: entry.asks, answer: value }
  }
  return { is: 'answer', asks: id, answer: value }
}

/** Which file holds which bytes, so that a line can name it as a learner would. */
class Names {
  readonly #byBytes = new Map<string, string>()
  readonly #taken = new Set<string>()
  readonly #asText = new Map<string, string>()

  nameOf = (bytes: Bytes): string | undefined => this.#byBytes.get(encodeBase64(bytes))
  knows = (bytes: Bytes): boolean => this.nameOf(bytes) !== undefined

  keep(name: string, bytes: Bytes): void {
    this.#byBytes.set(encodeBase64(bytes), name)
    this.#taken.add(name)
    // Bytes are often kept as text, in hex or in base64.
    const text = bytes.length > 1_000 ? '' : new TextDecoder('latin1').decode(bytes).trim()
    if (/^[0-9a-f]{16,}$/i.test(text)) this.#asText.set(text.toLowerCase(), `xxd -r -p ${shellWord(name)}`)
    else if (/^[A-Za-z0-9+/]{20,}=*$/.test(text)) this.#asText.set(text, `base64 -d ${shellWord(name)} >`)
  }

  fresh(wish: string, bytes: Bytes): string {
    const [stem = '', end = ''] = wish.split(/(?=\.[a-z]+$)/)
    let name = wish
    for (let n = 2; this.#taken.has(name); n++) name = `${stem}-${n}${end}`
    this.keep(name, bytes)
    return name
  }

  /** The file with these bytes, or one that a line makes; without either, for bytes that come from nowhere. */
  of(bytes: Bytes, member: string): { readonly name?: string; readonly made?: string } {
    const known = this.nameOf(bytes)
    if (known !== undefined) return { name: known }
    const decoded = this.#asText.get(encodeHex(bytes)) ?? this.#asText.get(encodeBase64(bytes))
    if (decoded !== undefined) {
      const name = this.fresh(`${member.toLowerCase()}.bin`, bytes)
      return { name, made: `${decoded} ${shellWord(name)}` }
    }
    if (written(bytes, '') === undefined) return {}
    const name = this.fresh(`${member.toLowerCase()}.txt`, bytes)
    const made = written(bytes, name)
    return { name, ...(made === undefined ? {} : { made }) }
  }
}
