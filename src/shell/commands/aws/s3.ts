import { decodeBase64 } from '../../../bytes/base64.ts'
import type { Bytes } from '../../../bytes/bytes.ts'
import type { OperationModel, ServiceModel } from '../../../wire/service-models.ts'
import { FileError } from '../../files.ts'
import { parseKnown, type Argument } from './argument-parser.ts'
import { callerFor } from './caller.ts'
import { CliError, failure, invalid, wrongLine } from './cli-error.ts'
import { serviceHelp } from './help.ts'
import { isDict, isList, type Dict, type Value } from './python-value.ts'
import { caller } from './request.ts'
import type { Run } from './run-operation.ts'

export const s3Commands: readonly string[] = ['cp', 'ls', 'mb', 'rb', 'rm']

const turnOn = (name: string): Argument => ({
  name: `--${name}`,
  into: name,
  takes: 'nothing',
  constant: true,
})
const QUIET = ['quiet', 'only-show-errors', 'no-progress'].map(turnOn)
const OPTIONS: Readonly<Record<string, readonly Argument[]>> = {
  ls: [turnOn('recursive'), turnOn('human-readable'), turnOn('summarize')],
  cp: [
    ...QUIET,
    { name: '--sse', into: 'sse', takes: 'optional', constant: 'AES256', choices: ['AES256', 'aws:kms'] },
    { name: '--sse-kms-key-id', into: 'sse-kms-key-id', takes: 'one' },
    { name: '--content-type', into: 'content-type', takes: 'one' },
  ],
  rm: [...QUIET, turnOn('recursive')],
  mb: [],
  rb: [],
}

type Ask = (operation: string, input: Readonly<Record<string, Value | undefined>>) => Promise<Dict>

/** `aws s3 …`: buckets and objects by their s3:// addresses. @returns the exit code. @throws CliError */
export async function runS3(args: readonly string[], run: Run): Promise<number> {
  const { printer } = run
  const choice: Argument = {
    name: 'subcommand',
    into: 'subcommand',
    takes: 'optional',
    choices: [...s3Commands, 'help'],
  }
  const [first, ...others] = args
  const { parsed } = parseKnown(first === undefined ? [] : [first], [], [choice])
  const command = parsed.get('subcommand') as string | undefined
  if (command === undefined)
    throw invalid('usage: aws [options] s3 <subcommand> [parameters]\naws: error: too few arguments')
  if (command === 'help' || others[0] === 'help') {
    printer.write(serviceHelp(command === 'help' ? 's3' : `s3/${command}`, s3Commands))
    return 0
  }
  const { parsed: options, rest: words } = parseKnown(others, OPTIONS[command] ?? [])
  const unknown = words.filter((word) => word.startsWith('--'))
  if (unknown.length > 0) throw invalid(`Unknown options: ${unknown.join(',')}`)
  const line: Line = {
    run,
    ask: await asker(run),
    words,
    options,
    quiet: options.has('quiet') || options.has('only-show-errors'),
  }
  switch (command) {
    case 'ls':
      return list(line)
    case 'cp':
      return copy(line)
    case 'rm':
      return remove(line)
    default:
      return bucket(line, command)
  }
}

interface Line {
  readonly run: Run
  readonly ask: Ask
  readonly words: readonly string[]
  readonly options: ReadonlyMap<string, unknown>
  readonly quiet: boolean
}

async function asker({ context, globals }: Run): Promise<Ask> {
  const service = context.host.models.find((model) => model.service === 's3') as ServiceModel
  const who = await callerFor('s3', globals, context)
  return async (name, input) => {
    const operation = service.operations.find((one) => one.name === name) as OperationModel
    const given = Object.entries(input).filter((pair): pair is [string, Value] => pair[1] !== undefined)
    return caller(context.host, service, operation, who)(new Map(given))
  }
}

interface Address {
  readonly bucket: string
  readonly key: string
}

function addressOf(word: string): Address | undefined {
  const [, bucketName, key = ''] = /^s3:\/\/([^/]*)\/?([\s\S]*)$/.exec(word) ?? []
  return bucketName === undefined ? undefined : { bucket: bucketName, key }
}

const uri = ({ bucket: name, key }: Address) => `s3://${name}/${key}`
const items = (value: Value | undefined): Dict[] => (isList(value) ? value.filter(isDict) : [])
const second = (value: Value | undefined) => String(value).slice(0, 19).replace('T', ' ')

async function list({ run: { printer }, ask, words, options }: Line): Promise<number> {
  const [word = 's3://'] = words
  const { bucket: name, key } = addressOf(word) ?? {
    bucket: word.split('/')[0] as string,
    key: word.split('/').slice(1).join('/'),
  }
  if (name === '') {
    for (const one of items((await ask('ListBuckets', {})).get('Buckets')))
      printer.write(`${second(one.get('CreationDate'))} ${String(one.get('Name'))}\n`)
    return 0
  }
  const deep = options.has('recursive')
  let found = 0
  let token: Value | undefined
  do {
    const page = await ask('ListObjectsV2', {
      Bucket: name,
      Prefix: key,
      ...(deep ? {} : { Delimiter: '/' }),
      ContinuationToken: token,
    })
    for (const one of items(page.get('CommonPrefixes'))) {
      found++
      printer.write(`${'PRE'.padStart(30)} ${String(one.get('Prefix')).split('/').at(-2) ?? ''}/\n`)
    }
    for (const one of items(page.get('Contents'))) {
      found++
      const path = String(one.get('Key'))
      const shown = deep ? path : (path.split('/').at(-1) as string)
      printer.write(`${second(one.get('LastModified'))} ${String(one.get('Size')).padStart(10)} ${shown}\n`)
    }
    token = page.get('NextContinuationToken')
  } while (token !== undefined)
  return found === 0 && key !== '' ? 1 : 0
}

const CP_USAGE =
  'usage: aws s3 cp <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>\nError: Invalid argument type'

async function copy(line: Line): Promise<number> {
  const [from, to, ...more] = line.words
  if (from === undefined || to === undefined) throw wrongLine('the following arguments are required: paths')
  if (more.length > 0) throw invalid(`Unknown options: ${more.join(',')}`)
  const [source, target] = [addressOf(from), addressOf(to)]
  if (!source && !target) throw invalid(CP_USAGE)
  if (source && target) return copyWithin(line, source, target)
  return source ? download(line, source, to) : upload(line, from, target as Address)
}

const encryption = (options: ReadonlyMap<string, unknown>) => ({
  ServerSideEncryption: options.get('sse') as string | undefined,
  SSEKMSKeyId: options.get('sse-kms-key-id') as string | undefined,
})

const baseName = (path: string) => path.split('/').at(-1) as string
const named = (address: Address, name: string): Address =>
  address.key === '' || address.key.endsWith('/') ? { ...address, key: address.key + name } : address
const shownPath = (path: string) => (/^(\/|\.\.?\/)/.test(path) ? path : `./${path}`)

async function upload(line: Line, path: string, given: Address): Promise<number> {
  const { context } = line.run
  const target = named(given, baseName(path))
  let body: Bytes
  if (path === '-') body = context.stdin
  else
    try {
      body = await context.files.read(path)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      throw failure(`The user-provided path ${path} does not exist.`)
    }
  const input = {
    Body: body,
    Bucket: target.bucket,
    ContentType: line.options.get('content-type') as string | undefined,
    Key: target.key,
    ...encryption(line.options),
  }
  return transfer(line, 'upload', `${shownPath(path)} to ${uri(target)}`, path === '-', () =>
    line.ask('PutObject', input),
  )
}

async function download(line: Line, source: Address, path: string): Promise<number> {
  const { context, printer } = line.run
  const folder = path === '.' || path.endsWith('/')
  const target = folder ? `${path.replace(/\/$/, '')}/${baseName(source.key)}` : path
  const asked = { Bucket: source.bucket, Key: source.key }
  try {
    await line.ask('HeadObject', asked)
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    const text = error.message.replace(/Not Found$/, `Key "${source.key}" does not exist`)
    printer.errors += `fatal error: ${text}\n`
    return 1
  }
  return transfer(line, 'download', `${uri(source)} to ${shownPath(target)}`, path === '-', async () => {
    const body = decodeBase64(String((await line.ask('GetObject', asked)).get('Body') ?? ''))
    if (path === '-') printer.bytes = body
    else await context.files.write(target, body)
  })
}

async function copyWithin(line: Line, source: Address, given: Address): Promise<number> {
  const target = named(given, baseName(source.key))
  return transfer(line, 'copy', `${uri(source)} to ${uri(target)}`, false, () =>
    line.ask('CopyObject', {
      Bucket: target.bucket,
      CopySource: `${source.bucket}/${source.key}`,
      Key: target.key,
      ...encryption(line.options),
    }),
  )
}

/** One thing that is done or failed, told in a line; the CLI's exit code for a failure is 1. */
async function transfer(
  { run: { printer }, quiet }: Line,
  verb: string,
  what: string,
  silent: boolean,
  act: () => Promise<unknown>,
): Promise<number> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    printer.errors += `${verb} failed: ${what} ${error.message}\n`
    return 1
  }
  if (!quiet && !silent) printer.write(`${verb}: ${what}\n`)
  return 0
}

async function remove(line: Line): Promise<number> {
  const [word] = line.words
  if (word === undefined) throw wrongLine('the following arguments are required: paths')
  const address = addressOf(word)
  if (!address) throw invalid('usage: aws s3 rm <S3Uri>\nError: Invalid argument type')
  const keys = line.options.has('recursive') ? await keysUnder(line, address) : [address.key]
  let exitCode = 0
  for (const key of keys) {
    const one = { bucket: address.bucket, key }
    const failed = await transfer(line, 'delete', uri(one), false, () =>
      line.ask('DeleteObject', { Bucket: one.bucket, Key: key }),
    )
    exitCode = Math.max(exitCode, failed)
  }
  return exitCode
}

async function keysUnder({ ask }: Line, { bucket: name, key }: Address): Promise<string[]> {
  const page = await ask('ListObjectsV2', { Bucket: name, Prefix: key })
  return items(page.get('Contents')).map((one) => String(one.get('Key')))
}

async function bucket(line: Line, command: string): Promise<number> {
  const { printer, globals, context } = line.run
  const [word] = line.words
  if (word === undefined) throw wrongLine('the following arguments are required: path')
  const address = addressOf(word)
  if (!address) throw invalid(`usage: aws s3 ${command} <S3Uri>\nError: Invalid argument type`)
  const verb = command === 'mb' ? 'make_bucket' : 'remove_bucket'
  const { region } = await callerFor('s3', globals, context)
  try {
    if (command === 'rb') await line.ask('DeleteBucket', { Bucket: address.bucket })
    else
      await line.ask('CreateBucket', {
        Bucket: address.bucket,
        CreateBucketConfiguration:
          region === 'us-east-1' ? undefined : new Map([['LocationConstraint', region]]),
      })
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    printer.errors += `${verb} failed: ${word} ${error.message}\n`
    return 1
  }
  printer.write(`${verb}: ${address.bucket}\n`)
  return 0
}
