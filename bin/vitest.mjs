// Runs vitest, shows it as it is, and counts what it found.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './child.mjs'

/**
 * @param {string} node @param {string[]} args @param {Record<string, string | undefined>} env
 * @returns {Promise<{ passed: number, failed: number }>} a file that does not even load counts as one failure
 */
export async function runVitest(node, args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'ciranda-results-'))
  const file = join(folder, 'results.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], { env })
  const count = countIn(file)
  rmSync(folder, { recursive: true, force: true })
  // An error outside of any test, or no test at all, must not look like a success.
  if (code !== 0 && count.failed === 0) count.failed = 1
  return count
}

function countIn(file) {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'))
    const unloaded = results.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    )
    return { passed: results.numPassedTests, failed: results.numFailedTests + unloaded.length }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
