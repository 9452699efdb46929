import { decodeBase64, encodeBase64 } from '../bytes/base64.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import type { Put, TableReader } from '../kms/tables.ts'
import { operations } from '../kms/operations/index.ts'
import { commandFor } from '../wire/cli-command.ts'
import { AT_HOME, ROOT, type Acting } from './acting.ts'
import type { WireRequest, WireResponse } from '../wire/message.ts'
import type { Instant } from '../world/clock.ts'
import { requireFileName } from './guard.ts'
import type { CallEntry, CallRequest, RequestValue } from './lab.ts'
import { isFileName } from './redact.ts'
import { LabRefusal } from './refusal.ts'
import { file, FILES, type FileRow } from './rows.ts'
import { ACCOUNT } from './stage.ts'
import { says } from './words.ts'

/**
 * The scope of the signature says who calls and the Region: a role by its name, the root by a name that no role can
 * have. The rest is the word `lab`, as everywhere here.
 */
const authorization = ({ as, region }: Acting) =>
  `AWS4-HMAC-SHA256 Credential=${as === ROOT ? `${ACCOUNT}:root` : as}/20260112/${region}/kms/aws4_request, SignedHeaders=host;x-amz-date, Signature=lab`

/** A form's request as the HTTP request that the CLI would send. @throws LabRefusal when a file is missing */
export function wireRequest(
  { operation, input, as, region }: CallRequest & Acting,
  tables: TableReader,
): WireRequest {
  return {
    method: 'POST',
    path: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `TrentService.${operation}`,
      'user-agent': 'kms-key-material-lab',
      authorization: authorization({ as, region }),
    },
    body: encodeUtf8(JSON.stringify(withFiles(operation, input, tables))),
  }
}

function withFiles(operation: string, input: CallRequest['input'], tables: TableReader) {
  const members = operations.get(operation)?.input
  const filled: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(input)) {
    if (!isFileName(value) || members?.[name]?.shape.kind === 'map') {
      filled[name] = value
      continue
    }
    const row = file(tables, value.file)
    if (!row) throw new LabRefusal(says.noSuchFile(value.file))
    filled[name] = members?.[name]?.shape.kind === 'blob' ? encodeBase64(row.bytes) : asText(row)
  }
  return filled
}

function asText({ name, bytes }: FileRow): string {
  try {
    return decodeUtf8(bytes)
  } catch {
    throw new LabRefusal(says.notText(name))
  }
}

/** What the wire answered, as the Bench shows it. */
export function answerOf(response: WireResponse): Pick<CallEntry, 'ok' | 'output' | 'error'> {
  const body =
    response.body.length > 0 ? (JSON.parse(decodeUtf8(response.body)) as Record<string, unknown>) : {}
  if (response.status === 200) return { ok: true, output: body }
  const code = String(body.__type ?? 'UnknownError')
  return {
    ok: false,
    error: {
      code: code.slice(code.lastIndexOf('#') + 1),
      message: String(body.message ?? body.Message ?? ''),
    },
  }
}

/** The rows of output members that the learner wants as files. */
export function keptFiles(request: CallRequest, output: CallEntry['output'], now: Instant): Put[] {
  return Object.entries(request.keep ?? {}).flatMap(([member, name]): Put[] => {
    const value = output && Object.hasOwn(output, member) ? output[member] : undefined
    if (typeof value !== 'string') return []
    const flat = requireFileName(name)
    return [[FILES, flat, { name: flat, bytes: decodeBase64(value), changedAt: now } satisfies FileRow]]
  })
}

/**
 * The literal line that the request stands for; files are named as the CLI names them. A role is a profile of its own,
 * whose Region is the home Region; the root at home is the profile that needs no name.
 */
export function commandOf({
  operation,
  input,
  as = AT_HOME.as,
  region = AT_HOME.region,
}: CallRequest): string {
  const members = operations.get(operation)?.input ?? {}
  return commandFor(operation, input as Readonly<Record<string, Exclude<RequestValue, undefined>>>, members, {
    ...(as === AT_HOME.as ? {} : { profile: as }),
    ...(region === AT_HOME.region ? {} : { region }),
  })
}
