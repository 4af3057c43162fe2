/** One running Ciranda for all journeys: the built product as a school starts it, with the demonstration village. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { projectRoot } from '../../src/platform/root.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one site of the journeys is found. */
    siteUrl: string
  }
}

/** Starts the site before the first journey and stops it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ciranda-journeys-'))
  await chmod(folder, 0o755)
  const site = spawn(
    process.execPath,
    [join(projectRoot, 'bin/start'), '--port', '0', '--data', join(folder, 'data')],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  const url = await new Promise<string>((found, failed) => {
    const listen = (text: Buffer) => {
      said += text
      const ready = /^ready (\S+)$/m.exec(said)
      if (ready?.[1]) found(ready[1])
    }
    site.stdout.on('data', listen)
    site.stderr.on('data', listen)
    site.once('exit', () => failed(new Error(`The site did not start:\n${said}`)))
  })
  project.provide('siteUrl', url)
  return async () => {
    site.kill('SIGINT')
    if (site.exitCode === null) await once(site, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
}
