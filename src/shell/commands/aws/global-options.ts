import type { Argument } from './argument-parser.ts'

export const OUTPUTS = ['json', 'text', 'table', 'yaml', 'yaml-stream'] as const
export type Output = (typeof OUTPUTS)[number]

const option = (name: string, more: Partial<Argument> = {}): Argument => ({
  name: `--${name}`,
  into: name,
  takes: 'one',
  ...more,
})
const turnOn = (name: string): Argument => option(name, { takes: 'nothing', constant: true })
const turnOff = (name: string, into: string): Argument =>
  option(name, { takes: 'nothing', constant: false, into })

/** What every command of AWS CLI version 2 takes, in the order in which it lists them. */
export const globalOptions: readonly Argument[] = [
  turnOn('debug'),
  option('endpoint-url'),
  turnOff('no-verify-ssl', 'verify-ssl'),
  turnOff('no-paginate', 'paginate'),
  option('output', { choices: OUTPUTS }),
  option('query'),
  option('profile'),
  option('region'),
  turnOn('version'),
  option('color', { choices: ['on', 'off', 'auto'] }),
  turnOff('no-sign-request', 'sign-request'),
  option('ca-bundle'),
  option('cli-read-timeout'),
  option('cli-connect-timeout'),
  option('cli-binary-format', { choices: ['base64', 'raw-in-base64-out'] }),
  turnOn('no-cli-pager'),
  turnOn('cli-auto-prompt'),
  turnOn('no-cli-auto-prompt'),
]
