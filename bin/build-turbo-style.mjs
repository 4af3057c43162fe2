// The hash of the one style that Turbo writes into a page by itself, for the Content-Security-Policy.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * Runs Turbo's own two small functions on its own text, so that the hash follows every release.
 * @returns {Promise<string>} such as `sha256-…`, without quotes
 */
export async function turboStyleHash() {
  const source = await readFile(require.resolve('@hotwired/turbo'), 'utf8')
  const part = (pattern) => {
    const found = pattern.exec(source)?.[0]
    if (!found) throw new Error('the style of the progress bar is not where it was in @hotwired/turbo')
    return found
  }
  const text = new Function(`
    ${part(/^ *function unindent\([\s\S]*?^ *return lines.*\n *\}/m)}
    ${part(/^ *function interpolate\([\s\S]*?\}, ""\)\n *\}/m)}
    class ProgressBar {
      ${part(/static animationDuration = .*/)}
      ${part(/static get defaultCSS\(\) \{\s*return unindent`[^`]*`\s*\}/)}
    }
    return ProgressBar.defaultCSS`)()
  if (!text.includes('.turbo-progress-bar')) throw new Error('the style of the progress bar came out empty')
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
