import type { Bytes } from '../../../bytes/bytes.ts'
import type { Paginator } from '../../../wire/paginators.ts'
import type { Output } from './global-options.ts'
import type { Pages } from './paginate.ts'
import { jsonText } from './python-json.ts'
import { isDict, type Dict, type Value } from './python-value.ts'
import type { Query } from './query.ts'
import { tableOutput } from './output/table.ts'
import { textOutput } from './output/text.ts'
import { yamlOutput } from './output/yaml.ts'

/** Collects what goes to the standard output, in the format asked for. */
export class Printer {
  out = ''
  errors = ''
  /** Instead of text: what was asked for as it is */
  bytes: Bytes | undefined
  private readonly format: Output
  private readonly query: Query | undefined

  constructor(format: Output, query: Query | undefined) {
    this.format = format
    this.query = query
  }

  write(text: string): void {
    this.out += text
  }

  /** `--debug`: far shorter than the real one */
  debug = (line: string): void => {
    this.errors += `DEBUG - ${line}\n`
  }

  /** Always JSON, whatever was asked for. */
  json(value: Value): void {
    this.write(`${jsonText(value, 4)}\n`)
  }

  value(title: string, answer: Dict): void {
    const value = this.query ? this.query(answer) : answer
    const nothing = isDict(value) && value.size === 0
    switch (this.format) {
      case 'json':
        if (!nothing) this.json(value)
        return
      case 'yaml':
        if (!nothing) this.write(yamlOutput(value))
        return
      case 'yaml-stream':
        if (!nothing) this.write(yamlOutput([value]))
        return
      case 'text':
        this.write(textOutput(value))
        return
      case 'table':
        this.write(tableOutput(title, value))
    }
  }

  /** Text and streams come page by page, the rest as one answer. */
  async pages(title: string, pages: Pages, parameters: Dict, { resultKeys }: Paginator): Promise<void> {
    if (this.format === 'yaml-stream') {
      for await (const page of pages.each(parameters))
        this.write(yamlOutput([this.query ? this.query(page) : page]))
      return
    }
    if (this.format !== 'text') return this.value(title, await pages.all(parameters))
    for await (const page of pages.each(parameters))
      this.value(title, new Map(resultKeys.map((key) => [key, page.get(key) ?? null])))
    if (pages.resumeToken !== undefined)
      this.value(title, new Map([['NextToken', new Map([['NextToken', pages.resumeToken]])]]))
  }
}
