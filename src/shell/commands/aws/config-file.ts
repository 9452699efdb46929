import { FileError, type Files } from '../../files.ts'
import { textOrNot } from './python-value.ts'

export type Section = Map<string, string>

/** An INI file as the CLI's configuration uses it; nested settings are kept as one text. */
export type Sections = Map<string, Section>

export async function readSections(files: Files, path: string): Promise<Sections> {
  try {
    return parseSections(textOrNot(await files.read(path)) ?? '')
  } catch (error) {
    if (error instanceof FileError) return new Map()
    throw error
  }
}

export function parseSections(text: string): Sections {
  const sections: Sections = new Map()
  let section: Section | undefined
  let last: string | undefined
  for (const line of text.split('\n')) {
    const [, title] = /^\[\s*(.+?)\s*\]\s*$/.exec(line) ?? []
    if (title !== undefined) {
      section = sections.get(title) ?? new Map()
      sections.set(title, section)
      last = undefined
      continue
    }
    if (/^\s*([#;]|$)/.test(line) || !section) continue
    if (/^\s/.test(line) && last !== undefined) {
      section.set(last, `${section.get(last) ?? ''}\n${line.trim()}`)
      continue
    }
    const [, name, value] = /^([^=:]+?)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? []
    if (name === undefined) continue
    section.set(name, value as string)
    last = name
  }
  return sections
}

export const configPath = (env: ReadonlyMap<string, string>) =>
  env.get('AWS_CONFIG_FILE') ?? `${env.get('HOME') ?? ''}/.aws/config`
export const credentialsPath = (env: ReadonlyMap<string, string>) =>
  env.get('AWS_SHARED_CREDENTIALS_FILE') ?? `${env.get('HOME') ?? ''}/.aws/credentials`

/** What both files say of each profile; credentials win. */
export async function readProfiles(files: Files, env: ReadonlyMap<string, string>): Promise<Sections> {
  const profiles: Sections = new Map()
  for (const [title, section] of await readSections(files, configPath(env))) {
    const name = title === 'default' ? title : /^profile\s+["']?(.+?)["']?$/.exec(title)?.[1]
    if (name !== undefined) profiles.set(name, new Map(section))
  }
  for (const [name, section] of await readSections(files, credentialsPath(env)))
    profiles.set(name, new Map([...(profiles.get(name) ?? []), ...section]))
  return profiles
}

/** The text with one setting changed; everything else in it stays as it was typed. */
export function withSetting(text: string, title: string, name: string, value: string): string {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n')
  const begin = lines.findIndex((line) => /^\[\s*(.+?)\s*\]/.exec(line)?.[1] === title)
  const entry = `${name} = ${value}`
  if (begin < 0) return `${[...lines, `[${title}]`, entry].join('\n')}\n`
  let end = begin + 1
  while (end < lines.length && !(lines[end] as string).startsWith('[')) end++
  const at = lines.findIndex(
    (line, index) => index > begin && index < end && /^([^=]+?)\s*=/.exec(line)?.[1] === name,
  )
  if (at >= 0) lines[at] = entry
  else lines.splice(end, 0, entry)
  return `${lines.join('\n')}\n`
}
