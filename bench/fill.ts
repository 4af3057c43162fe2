/** Fills a running site with the reference corpus, by the command that does so everywhere. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { projectRoot } from '../src/platform/root.ts'

const run = async (...command: readonly string[]): Promise<string> => {
  const [program = '', ...args] = command
  const child = spawn(process.execPath, [join(projectRoot, program), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`${program} ended with ${code}`)
  return said
}

/**
 * Makes the corpus, loads it and takes its files away again; answers contributions a second while they were written.
 * @throws when a command fails
 */
export const fill = async (folder: string, times: number): Promise<number> => {
  const corpus = join(folder, 'corpus')
  try {
    await run('bench/corpus.ts', corpus, '--times', String(times))
    const report = await run(
      'bin/ciranda',
      'load',
      '--corpus',
      corpus,
      '--data',
      join(folder, 'data'),
      '--yes',
      '--json',
    )
    return (JSON.parse(report) as { rate: number }).rate
  } finally {
    await rm(corpus, { recursive: true, force: true })
  }
}
