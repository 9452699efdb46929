import { IDBObjectStore as FakeObjectStore } from 'fake-indexeddb'

/**
 * Puts a fault before the nth put of every disk. `quota`: it and all later ones fail as on a full disk.
 * `kill`: the process is gone at that moment; what was under way never completes.
 *
 * @returns takes the fault away
 */
export function faultAtPut(nth: number, fault: 'quota' | 'kill'): () => void {
  const prototype = FakeObjectStore.prototype as unknown as { put: IDBObjectStore['put'] }
  const put = prototype.put
  let count = 0
  prototype.put = function (this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) {
    count++
    if (count < nth) return put.apply(this, args)
    throw new DOMException('fault of the test', fault === 'quota' ? 'QuotaExceededError' : 'AbortError')
  }
  return () => {
    prototype.put = put
  }
}

/** Counts the puts of some work. */
export async function countPuts(work: () => Promise<unknown>): Promise<number> {
  const prototype = FakeObjectStore.prototype as unknown as { put: IDBObjectStore['put'] }
  const put = prototype.put
  let count = 0
  prototype.put = function (this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) {
    count++
    return put.apply(this, args)
  }
  await work()
  prototype.put = put
  return count
}

/** Opens the records of a workspace by force, to damage or to look at them. */
export async function withDisk<T>(
  factory: IDBFactory,
  work: (stores: Record<'events' | 'snapshots' | 'meta', IDBObjectStore>) => Promise<T>,
): Promise<T> {
  const db = await asked(factory.open('kms-key-material-lab/test'))
  const tx = db.transaction(['events', 'snapshots', 'meta'], 'readwrite')
  const done = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(tx.error)
  })
  const result = await work({
    events: tx.objectStore('events'),
    snapshots: tx.objectStore('snapshots'),
    meta: tx.objectStore('meta'),
  })
  await done
  db.close()
  return result
}

export function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
