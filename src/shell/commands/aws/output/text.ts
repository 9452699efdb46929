import { isDict, isList, textOf, type Dict, type Value } from '../python-value.ts'

/** `--output text`: tab-separated, names sorted, nested lists as lines that begin with their name. */
export function textOutput(value: Value, identifier?: string, names?: readonly string[]): string {
  if (isDict(value)) return dict(value, identifier, names)
  if (isList(value)) return list(value, identifier)
  return `${textOf(value)}\n`
}

const isNested = (value: Value) => isDict(value) || isList(value)

function list(items: readonly Value[], identifier: string | undefined): string {
  if (items.length === 0) return ''
  if (items.some(isDict)) {
    const names = scalarNames(items)
    return items.map((item) => textOutput(item, identifier, names)).join('')
  }
  if (!items.some(isList)) return scalars(items, identifier)
  const plain = items.filter((item) => !isNested(item))
  return (
    (plain.length > 0 ? scalars(plain, identifier) : '') +
    items
      .filter(isNested)
      .map((item) => textOutput(item, identifier))
      .join('')
  )
}

function scalars(items: readonly Value[], identifier: string | undefined): string {
  return identifier === undefined
    ? `${items.map(textOf).join('\t')}\n`
    : items.map((item) => `${identifier.toUpperCase()}\t${textOf(item)}\n`).join('')
}

const scalarNames = (items: readonly Value[]) =>
  [
    ...new Set(
      items.flatMap((item) =>
        isDict(item) ? [...item].filter(([, one]) => !isNested(one)).map(([name]) => name) : [],
      ),
    ),
  ].sort()

function dict(value: Dict, identifier: string | undefined, names: readonly string[] | undefined): string {
  const sorted = [...value].sort(([a], [b]) => (a < b ? -1 : 1))
  const [plain, nested] =
    names === undefined
      ? [
          sorted.filter(([, one]) => !isNested(one)).map(([, one]) => textOf(one)),
          sorted.filter(([, one]) => isNested(one)),
        ]
      : [
          names.map((name) => textOf(value.get(name) ?? (value.has(name) ? null : ''))),
          sorted.filter(([name]) => !names.includes(name)),
        ]
  const line = identifier === undefined ? plain : [identifier.toUpperCase(), ...plain]
  return (
    (plain.length > 0 ? `${line.join('\t')}\n` : '') +
    nested.map(([name, one]) => textOutput(one, name)).join('')
  )
}
