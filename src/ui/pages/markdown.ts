/** The few forms our own documents use, as data. Everything else stays the text it is: nothing becomes markup. */
export type Inline =
  | { readonly text: string }
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly link: string; readonly href: string }

export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
  | { readonly is: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly is: 'list'; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly is: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.replace(/\r\n/g, '\n').split('\n')
  let i = 0
  while (i < lines.length) {
    const line = lines[i] ?? ''
    const heading = /^(#{1,3}) (.+)$/.exec(line)
    if (line.trim() === '') i++
    else if (heading) {
      blocks.push({
        is: 'heading',
        level: (heading[1] as string).length as 1 | 2 | 3,
        content: inline(heading[2] as string),
      })
      i++
    } else if (line.startsWith('|')) {
      const rows: string[] = []
      while (lines[i]?.startsWith('|')) rows.push(lines[i++] as string)
      const [head = [], ...body] = rows.filter((row) => !/^\|[\s:|-]+\|?$/.test(row)).map(cells)
      blocks.push({ is: 'table', head, rows: body })
    } else if (/^[-*] /.test(line)) {
      const items: string[] = []
      while (i < lines.length && /^([-*] |\s+\S)/.test(lines[i] as string)) {
        const item = lines[i++] as string
        if (/^[-*] /.test(item)) items.push(item.slice(2))
        else items[items.length - 1] += ` ${item.trim()}`
      }
      blocks.push({ is: 'list', items: items.map(inline) })
    } else {
      const parts: string[] = []
      while (
        i < lines.length &&
        (lines[i] as string).trim() !== '' &&
        !/^(#{1,3} |\||[-*] )/.test(lines[i] as string)
      )
        parts.push(lines[i++] as string)
      if (parts.length === 0) parts.push(lines[i++] as string)
      blocks.push({ is: 'paragraph', content: inline(parts.join(' ')) })
    }
  }
  return blocks
}

/** A bar inside code or behind a backslash does not end a cell. */
function cells(row: string): (readonly Inline[])[] {
  const out: string[] = ['']
  let code = false
  for (let i = 1; i < row.trimEnd().length; i++) {
    const sign = row[i] as string
    if (sign === '|' && !code) {
      out.push('')
      continue
    }
    if (sign === '`') code = !code
    const escaped = sign === '\\' && row[i + 1] === '|'
    if (escaped) i++
    out.push(`${out.pop() ?? ''}${escaped ? '|' : sign}`)
  }
  if (row.trimEnd().endsWith('|')) out.pop()
  return out.map((cell) => inline(cell.trim()))
}

export function inline(text: string): Inline[] {
  const out: Inline[] = []
  let at = 0
  for (const found of text.matchAll(
    /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|<(https?:\/\/[^\s>]+)>/g,
  )) {
    if (found.index > at) out.push({ text: text.slice(at, found.index) })
    const [whole, code, strong, label, href, bare] = found
    if (code !== undefined) out.push({ code })
    else if (strong !== undefined) out.push({ strong })
    else out.push({ link: label ?? (bare as string), href: href ?? (bare as string) })
    at = found.index + whole.length
  }
  if (at < text.length) out.push({ text: text.slice(at) })
  return out
}
