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

/** Whoever looks after the site of the journeys; nobody of the village does. */
export const administrator = {
  name: 'Olga Reis',
  email: 'olga@ria.example',
  password: 'quiet-corners-and-books',
} as const

const letInAdministrator = async (data: string): Promise<void> => {
  const asked = ['--name', administrator.name, '--email', administrator.email, '--language', 'en', '--administrator']
  const command = spawn(
    process.execPath,
    [join(projectRoot, 'bin/ciranda'), 'person', 'create', ...asked, '--password-from-stdin', '--data', data],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  )
  command.stdin.end(`${administrator.password}\n`)
  const [code] = await once(command, 'exit')
  if (code !== 0) throw new Error('The administrator of the journeys could not be let in')
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
  await letInAdministrator(join(folder, 'data'))
  return async () => {
    site.kill('SIGINT')
    if (site.exitCode === null) await once(site, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
}
