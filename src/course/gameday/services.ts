import type { Service } from './incident.ts'

export const trials: Service = {
  id: 'trials',
  key: 'K-trials',
  alias: 'alias/trials',
  bucket: 'trial-records',
  writer: 'intake',
  reader: 'reader',
}

export const archive: Service = {
  id: 'archive',
  key: 'K-archive',
  alias: 'alias/archive',
  bucket: 'sponsor-b-archive',
  writer: 'archive-intake',
  reader: 'archive-reader',
}

export const services: Readonly<Record<Service['id'], Service>> = { trials, archive }

/** The second Region of the story */
export const FAR = 'eu-central-1'
/** Keys that nobody's service hangs on */
export const BILLING = 'K-billing'
export const EXPORTS = 'K-exports'
/** The stand-by of the exports in the second Region, at the third level: a replica, its records, and who reads them */
export const EXPORTS_FAR = `${EXPORTS}-${FAR}`
export const STANDBY = { bucket: 'fernhill-exports-standby', reader: 'standby-reader' }
/** Where apps read their settings */
export const SETTINGS = {
  bucket: 'fernhill-apps',
  now: 'settings/reader.json',
  before: 'releases/reader-1.4.json',
}
