import { encodeUtf8 } from '../bytes/utf8.ts'
import { loose } from '../lab/codec.ts'
import { download } from '../ui/download.ts'

/** Everything that is saved here, raw, with what went wrong: for when the lab itself cannot open it. */
export async function saveLog(error: unknown): Promise<void> {
  const stored: Record<string, unknown> = {}
  for (const { name } of (await globalThis.indexedDB?.databases?.()) ?? []) {
    if (name) stored[name] = await readDatabase(name)
  }
  const failure =
    error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error)
  download('kms-key-material-lab-log.json', encodeUtf8(loose({ failure, stored })))
}

async function readDatabase(name: string): Promise<Record<string, unknown>> {
  const database = await settled(indexedDB.open(name))
  try {
    const stores = [...database.objectStoreNames]
    if (stores.length === 0) return {}
    const transaction = database.transaction(stores)
    const rows = await Promise.all(
      stores.map(async (store) => [store, await settled(transaction.objectStore(store).getAll())] as const),
    )
    return Object.fromEntries(rows)
  } finally {
    database.close()
  }
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the database does not answer'))
  })
