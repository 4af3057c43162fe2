// Start it: one command, one address, one sentence for each thing that stands in the way, and nothing left behind.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../src/platform/root.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ciranda-start-'))
  await chmod(folder, 0o755)
})
const children: ChildProcess[] = []
afterAll(async () => {
  for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await rm(folder, { recursive: true, force: true })
})

interface Started {
  process: ChildProcess
  /** The line that ends the start, or everything that was said when there was none. */
  said: string
  url: string
}

async function start(args: string[], env: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, [join(projectRoot, 'bin/start'), ...args], { env: { ...process.env, ...env } })
  children.push(child)
  let said = ''
  await new Promise<void>((done) => {
    const listen = (text: Buffer) => {
      said += text
      if (/^ready /m.test(said)) done()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', () => done())
  })
  return { process: child, said, url: /^ready (.*)$/m.exec(said)?.[1] ?? '' }
}

async function refused(args: string[], env?: Record<string, string>): Promise<string> {
  const { process: child, said } = await start(args, env)
  expect(child.exitCode).toBe(1)
  expect(said).not.toMatch(/^ {4}at /m)
  return said.trim().split('\n').at(-1) ?? ''
}

async function stop({ process: child }: Started): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
}

test('starts, answers, refuses a second start and a taken port, and stops with its database', async () => {
  const data = join(folder, 'one')
  const first = await start(['--empty', '--port', '0', '--data', data])
  expect(first.said).toMatch(/^1 of 5 .*\n2 of 5 .*\n3 of 5 .*\n4 of 5 /)
  expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await fetch(first.url)).status).toBe(200)

  expect(await refused(['--port', '0', '--data', data])).toMatch(/^Ciranda is already running with the data folder/)
  const port = new URL(first.url).port
  expect(await refused(['--port', port, '--data', join(folder, 'two')])).toMatch(
    /^Port \d+ is taken by another program/,
  )
  expect((await fetch(first.url)).status).toBe(200)

  await stop(first)
  expect(await readdir(join(data, 'postgres'))).not.toContain('postmaster.pid')
})

test('starts again on what a killed server and a killed database left', async () => {
  const data = join(folder, 'killed')
  const first = await start(['--empty', '--port', '0', '--data', data])
  const [number] = (await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  const gone = once(first.process, 'exit')
  process.kill(Number(number), 'SIGKILL')
  first.process.kill('SIGKILL')
  await gone
  const again = await startWhenFree(['--empty', '--port', '0', '--data', data])
  expect((await fetch(again.url)).status).toBe(200)
  await stop(again)
})

// The server notices only after a moment that its launcher is gone.
async function startWhenFree(args: string[]): Promise<Started> {
  const started = await start(args)
  return started.said.includes('already running') ? startWhenFree(args) : started
}

test.each([
  [['--prot', '1'], {}, /^Ciranda does not know --prot/],
  [['--port', 'many'], {}, /^A port is a number/],
  [['--data', '/dev/null/data'], {}, /^Ciranda cannot write in the folder/],
  [
    [],
    { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' },
    /^The database that DATABASE_URL names cannot be used/,
  ],
])('%j %j is refused in one sentence', async (args, env, sentence) => {
  expect(
    await refused(['--port', '0', '--data', join(folder, 'none'), ...args], env as Record<string, string>),
  ).toMatch(sentence)
})
