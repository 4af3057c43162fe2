// Ends databases of test runs that were killed before they could tidy up.
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCluster } from '../src/platform/db/embedded-cluster.ts'
import { halt } from '../src/platform/db/embedded-process.ts'

/** The beginning of the name of a run's folder; the number of its process follows. */
export const FOLDER = 'ciranda-tests-'

export async function tidyLeftBehind(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, owner] = /^ciranda-tests-(\d+)-/.exec(name) ?? []
    if (!owner || lives(Number(owner))) continue
    const folder = join(tmpdir(), name)
    await halt(openCluster(folder)).catch(() => undefined)
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
