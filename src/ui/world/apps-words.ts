const records = (n: number) => `${n} ${n === 1 ? 'record' : 'records'}`

/** What is said of Fernhill's apps. */
export const says = {
  title: 'Apps of Fernhill',
  notYet: 'has not run yet',
  nothing: 'found no records',
  fine: { write: 'wrote a record', read: 'reads fine', export: 'read all it wanted' },
  failed: (failed: number, of: number) => (of === 1 ? 'failed' : `${failed} of ${of} failed`),
  inMemory: (n: number) => `${n} data ${n === 1 ? 'key' : 'keys'} in memory`,
  rate: (hours: number, ok: number, failed: number, since: string | undefined) =>
    `Last ${hours} hours: ${records(ok)} fine, ${failed} failed${since === undefined ? '' : `, the first in the hour from ${since}`}.`,
} as const
