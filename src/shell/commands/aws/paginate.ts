import { decodeBase64, encodeBase64 } from '../../../bytes/base64.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import type { Paginator } from '../../../wire/paginators.ts'
import { jsonText, parseJson } from './python-json.ts'
import { isDict, isList, textOrNot, type Dict, type Value } from './python-value.ts'

export interface Paging {
  readonly maxItems?: number
  readonly pageSize?: number
  readonly startingToken?: string
}

const TRUNCATED = 'boto_truncate_amount'

/** Asks for page after page, as botocore does, and cuts what is over `--max-items` into a token of its own. */
export class Pages {
  /** Where to go on, if the pages ended early */
  resumeToken: string | undefined
  private readonly call: (parameters: Dict) => Promise<Dict>
  private readonly paginator: Paginator
  private readonly paging: Paging

  constructor(call: (parameters: Dict) => Promise<Dict>, paginator: Paginator, paging: Paging) {
    this.call = call
    this.paginator = paginator
    this.paging = paging
  }

  async *each(first: Dict): AsyncGenerator<Dict> {
    const { inputToken, outputToken, moreResults, limitKey, resultKeys } = this.paginator
    const { maxItems, pageSize, startingToken } = this.paging
    const parameters: Dict = new Map(first)
    const start = startingToken === undefined ? undefined : placeOf(startingToken, inputToken)
    let token: Value = start?.token ?? null
    if (token !== null) parameters.set(inputToken, token)
    if (pageSize !== undefined && limitKey !== undefined) parameters.set(limitKey, pageSize)
    const [primary] = resultKeys
    let total = 0
    for (let page = 0; ; page++) {
      const answer = await this.call(parameters)
      const skipped = page === 0 && start ? start.skip : 0
      if (page === 0 && start) cutFront(answer, resultKeys, skipped)
      const items = answer.get(primary)
      const found = isList(items) ? items.length : 0
      const over = maxItems === undefined ? 0 : total + found - maxItems
      if (over > 0) {
        const kept = found - over
        answer.set(primary, (items as readonly Value[]).slice(0, kept))
        this.resumeToken = encodeToken(
          new Map<string, Value>([
            [inputToken, token],
            [TRUNCATED, kept + skipped],
          ]),
        )
        yield answer
        return
      }
      yield answer
      total += found
      const more = moreResults === undefined || truthy(answer.get(moreResults))
      const next = more ? answer.get(outputToken) : undefined
      if (!truthy(next)) return
      token = next as Value
      if (maxItems !== undefined && total === maxItems) {
        this.resumeToken = encodeToken(new Map([[inputToken, token]]))
        return
      }
      parameters.set(inputToken, token)
    }
  }

  /** All pages as one answer: only what is gathered over them. */
  async all(first: Dict): Promise<Dict> {
    const whole: Dict = new Map()
    for await (const page of this.each(first))
      for (const key of this.paginator.resultKeys) {
        const items = page.get(key)
        if (items === undefined || items === null) continue
        const before = whole.get(key)
        whole.set(key, isList(before) && isList(items) ? [...before, ...items] : items)
      }
    if (this.resumeToken !== undefined) whole.set('NextToken', this.resumeToken)
    return whole
  }
}

const truthy = (value: Value | undefined) =>
  value !== undefined && value !== null && value !== false && value !== ''

/** A page in whose middle the last answer ended. */
function cutFront(answer: Dict, [primary, ...others]: Paginator['resultKeys'], skip: number): void {
  const items = answer.get(primary)
  answer.set(primary, isList(items) ? items.slice(skip) : null)
  for (const key of others) answer.set(key, isList(answer.get(key)) ? [] : null)
}

const encodeToken = (token: Dict) => encodeBase64(encodeUtf8(jsonText(token, undefined, true)))

function placeOf(startingToken: string, inputToken: string): { token: Value; skip: number } {
  const decoded = decodedToken(startingToken)
  if (decoded) return { token: decoded.get(inputToken) ?? null, skip: Number(decoded.get(TRUNCATED) ?? 0) }
  // The older form, and tokens of the service itself.
  const parts = startingToken.split('___')
  const [token = '', index] = parts
  if (parts.length === 2 && /^\d+$/.test(index as string))
    return { token: token === 'None' ? null : token, skip: Number(index) }
  return { token: startingToken === 'None' ? null : startingToken, skip: 0 }
}

function decodedToken(text: string): Dict | undefined {
  try {
    const value = parseJson(textOrNot(decodeBase64(text)) ?? '')
    return isDict(value) ? value : undefined
  } catch {
    return undefined
  }
}
