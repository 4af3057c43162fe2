// The embedded database for a command: the running server's, or one of its own for as long as the command takes.
import { holdDataFolder } from '../data-folder.ts'
import { type Embedded, runningDatabase, startEmbedded } from './embedded.ts'

/** A database for a while; `running` when a server of Ciranda runs it already. */
export interface Borrowed extends Embedded {
  readonly running: boolean
}

/**
 * Its `stop` ends only what this call started.
 * @throws StartRefused when the folder cannot be used
 */
export async function borrowEmbedded(dataDir: string, log: (sentence: string) => void): Promise<Borrowed> {
  try {
    const data = await holdDataFolder(dataDir)
    const database = await startEmbedded({ dataDir: data.path, log })
    const stop = async () => {
      await database.stop()
      await data.release()
    }
    return { url: database.url, stop, running: false }
  } catch (error) {
    const url = runningDatabase(dataDir)
    if (url) return { url, stop: async () => undefined, running: true }
    throw error
  }
}
