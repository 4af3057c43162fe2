/** Bytes that people share, kept in the data folder under a key that chance makes; no name of theirs stands anywhere. */
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'

/** Kept bytes, opened for reading. */
export interface OpenedFile {
  readonly bytes: number
  readonly stream: ReadableStream<Uint8Array>
}

/** Says which of some keys are still named by a row. */
export type InUse = (keys: readonly string[]) => Promise<readonly string[]>

/** The kept bytes of a site. */
export interface FileStore {
  /** Keeps bytes whole or not at all; answers the key by which they are found again. */
  keep(content: Uint8Array): Promise<string>
  /** Opens what is kept; nothing when it is not there, or when the key is none of ours. */
  open(key: string): Promise<OpenedFile | undefined>
  /** Erases it; twice is once. */
  erase(key: string): Promise<void>
  /** Erases what was kept before a moment and is in no use any more, and what was cut off. Answers how many there were. */
  sweep(inUse: InUse, before: Date): Promise<number>
}

const KEY = /^[\w-]{32}$/
const COMING = 'coming'
const AT_ONCE = 500

/** Where there are no files: the command line looks at none. */
export const noFiles: FileStore = {
  keep: () => Promise.reject(new Error('No files are kept here')),
  open: async () => undefined,
  erase: async () => undefined,
  sweep: async () => 0,
}

/** The store in a folder, which is made when the first bytes come. `secret` makes the keys. */
export const filesIn = (folder: string, secret: (bytes?: number) => string): FileStore => {
  const shelfOf = (key: string) => join(folder, key.slice(0, 2).toLowerCase())
  const pathOf = (key: string) => join(shelfOf(key), key)

  const erase: FileStore['erase'] = async (key) => {
    if (KEY.test(key)) await rm(pathOf(key), { force: true })
  }

  return {
    keep: async (content) => {
      const key = secret(24)
      const coming = join(folder, COMING, key)
      await mkdir(join(folder, COMING), { recursive: true, mode: 0o700 })
      await mkdir(shelfOf(key), { recursive: true, mode: 0o700 })
      try {
        const file = await open(coming, 'wx', 0o600)
        try {
          await file.writeFile(content)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(coming, pathOf(key))
      } catch (error) {
        await rm(coming, { force: true })
        throw error
      }
      await syncFolder(shelfOf(key))
      return key
    },

    open: async (key) => {
      if (!KEY.test(key)) return undefined
      const found = await stat(pathOf(key)).catch(() => undefined)
      if (!found?.isFile()) return undefined
      const stream = Readable.toWeb(createReadStream(pathOf(key))) as ReadableStream<Uint8Array>
      return { bytes: found.size, stream }
    },

    erase,

    sweep: async (inUse, before) => {
      let swept = 0
      const judge = async (keys: string[]) => {
        const used = new Set(await inUse(keys))
        for (const key of keys.filter((one) => !used.has(one))) {
          await erase(key)
          swept += 1
        }
      }
      let waiting: string[] = []
      for await (const { shelf, name } of oldIn(folder, before)) {
        if (shelf === COMING) {
          await rm(join(folder, COMING, name), { force: true })
          swept += 1
        } else if (KEY.test(name)) waiting.push(name)
        if (waiting.length >= AT_ONCE) {
          await judge(waiting)
          waiting = []
        }
      }
      if (waiting.length > 0) await judge(waiting)
      return swept
    },
  }
}

/** The names of everything older than a moment, shelf by shelf. */
async function* oldIn(folder: string, before: Date): AsyncGenerator<{ shelf: string; name: string }> {
  for (const shelf of await namesIn(folder))
    for (const name of await namesIn(join(folder, shelf))) {
      const found = await stat(join(folder, shelf, name)).catch(() => undefined)
      if (found?.isFile() && found.mtime < before) yield { shelf, name }
    }
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = []
  try {
    for await (const entry of await opendir(folder)) names.push(entry.name)
  } catch (error) {
    // Nothing was ever kept, or it is a file of somebody else's.
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  return names
}

/** So that the name survives a power cut as well; not every system can do it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
