/** The shelf on this device: what was begun and what waits to be sent, for each person apart. In memory where nothing may stay. */
import type { Begun } from '../begun.ts'
import { isShared } from './person.ts'

/** Words begun, as this device knows them. `version` is the server's, 0 while it knows nothing of them. */
export interface Draft extends Begun {
  readonly person: string
  /** By the clock of this device, which may be wrong; said to its person and used to choose, never to lose. */
  readonly kept: number
  readonly version: number
  /** Not yet on the server as it stands here. */
  readonly dirty: boolean
  /** Goes up with each writing, so that two windows never write over each other unseen. */
  readonly turn: number
}

/** A form that was sent without network, whole and with its own token, so that it happens once. */
export interface Parcel {
  readonly person: string
  readonly id: string
  readonly form: string
  readonly page: string
  readonly title: string
  readonly sent: readonly (readonly [string, string])[]
  readonly draft: string
  readonly at: number
  /** Some of it may have arrived: it was on its way when the network went. */
  readonly tried: boolean
  readonly refused?: string
}

type Kind = 'drafts' | 'parcels'
interface Of {
  drafts: Draft
  parcels: Parcel
}

const memory: { [K in Kind]: Map<string, Of[K]> } = { drafts: new Map(), parcels: new Map() }
const keyOf = ({ person, id }: { person: string; id: string }) => `${person} ${id}`

let opened: Promise<IDBDatabase | undefined> | undefined

/** Opens the store; nothing where the browser forbids it, such as in a private window. */
const database = (): Promise<IDBDatabase | undefined> => {
  opened ??= new Promise((done) => {
    try {
      const asked = indexedDB.open('ciranda', 1)
      asked.onupgradeneeded = () => {
        for (const kind of ['drafts', 'parcels']) asked.result.createObjectStore(kind, { keyPath: ['person', 'id'] })
      }
      asked.onsuccess = () => {
        asked.result.onversionchange = () => asked.result.close()
        asked.result.onclose = () => {
          opened = undefined
        }
        done(asked.result)
      }
      asked.onerror = asked.onblocked = () => done(undefined)
    } catch {
      done(undefined)
    }
  })
  return opened
}

/** One transaction; answers nothing when it failed, such as on a full device. */
const inStore = async <T>(
  kind: Kind,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, give: (value: T) => void) => void,
  open: Promise<IDBDatabase | undefined> = isShared() ? Promise.resolve(undefined) : database(),
): Promise<{ readonly value: T | undefined } | undefined> => {
  const store = await open
  if (!store) return undefined
  return new Promise((done) => {
    try {
      let value: T | undefined
      const run = store.transaction(kind, mode)
      run.oncomplete = () => done({ value })
      run.onerror = run.onabort = () => done(undefined)
      work(run.objectStore(kind), (given) => {
        value = given
      })
    } catch {
      // The browser closed it meanwhile: the next one opens it anew.
      opened = undefined
      done(undefined)
    }
  })
}

/** Everything of one kind that belongs to a person, the newest first. */
export const all = async <K extends Kind>(kind: K, person: string): Promise<Of[K][]> => {
  const stored = await inStore<Of[K][]>(kind, 'readonly', (store, give) => {
    const asked = store.getAll()
    asked.onsuccess = () => give(asked.result)
  })
  const found = new Map<string, Of[K]>((stored?.value ?? []).map((one) => [keyOf(one), one]))
  for (const [key, one] of memory[kind] as Map<string, Of[K]>) found.set(key, one)
  const time = (one: Of[K]) => ('kept' in one ? one.kept : one.at)
  return [...found.values()].filter((one) => one.person === person).sort((a, b) => time(b) - time(a))
}

/** Where something is now: on the device, in this window's memory alone, or nowhere, for another window was faster. */
export type Lies = 'device' | 'memory' | 'elsewhere'

/** Keeps words. Declines when another window has written since `turn`; 0 is something new. */
export const keepDraft = async (draft: Draft, turn: number): Promise<Lies> => {
  const next = { ...draft, turn: turn + 1 }
  const written = await inStore<boolean>('drafts', 'readwrite', (store, give) => {
    const asked = store.get([draft.person, draft.id])
    asked.onsuccess = () => {
      const before = asked.result as Draft | undefined
      const fits = (before?.turn ?? 0) === turn
      if (fits) store.put(next)
      give(fits)
    }
  })
  if (!written) {
    memory.drafts.set(keyOf(draft), next)
    return 'memory'
  }
  if (written.value) memory.drafts.delete(keyOf(draft))
  return written.value ? 'device' : 'elsewhere'
}

/** Keeps a form that waits. */
export const keepParcel = async (parcel: Parcel): Promise<Lies> => {
  const written = await inStore('parcels', 'readwrite', (store) => void store.put(parcel))
  if (written) memory.parcels.delete(keyOf(parcel))
  else memory.parcels.set(keyOf(parcel), parcel)
  return written ? 'device' : 'memory'
}

/** Forgets one thing. */
export const forget = async (kind: Kind, one: { person: string; id: string }): Promise<void> => {
  memory[kind].delete(keyOf(one))
  await inStore(kind, 'readwrite', (store) => void store.delete([one.person, one.id]))
}

/** Somebody else has come: of others only that stays, unseen, which is nowhere else. */
export const tidy = async (person: string): Promise<void> => {
  for (const [key, one] of memory.drafts) if (one.person !== person) memory.drafts.delete(key)
  const others = (store: IDBObjectStore) => {
    const asked = store.getAll()
    asked.onsuccess = () => {
      for (const one of asked.result as Draft[])
        if (one.person !== person && one.person !== '' && !one.dirty) store.delete([one.person, one.id])
    }
  }
  await inStore<void>('drafts', 'readwrite', others, database())
}

/** Forgets everything of everybody on this device. */
export const wipe = async (): Promise<void> => {
  memory.drafts.clear()
  memory.parcels.clear()
  const open = await database()
  if (!open) return
  await new Promise<void>((done) => {
    const run = open.transaction(['drafts', 'parcels'], 'readwrite')
    run.oncomplete = run.onerror = run.onabort = () => done()
    run.objectStore('drafts').clear()
    run.objectStore('parcels').clear()
  })
}
