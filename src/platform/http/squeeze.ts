/** Makes a page small for its way to the browser, at a level that costs less than the bytes it saves. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** What travels, and the name of its form for the header; nothing when it travels as it is. */
export interface Squeezed {
  readonly body: Uint8Array<ArrayBuffer>
  readonly encoding: 'br' | 'gzip' | undefined
}

/** Below this many bytes the head of the answer is longer than what could be saved. */
const WORTH_IT = 1000

// The lowest levels: half a tenth of a millisecond for a page of fifty contributions, a fifteenth of its bytes. The next
// level takes twice as long and saves six in a hundred of what is left (bench/README.md).
const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 1,
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

const takes = (accepts: string, encoding: string): boolean =>
  accepts.split(',').some((part) => {
    const [name, weight] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/)
    return name === encoding && Number(weight ?? 1) > 0
  })

/**
 * The smallest form that the browser takes.
 * Lengths can betray a secret on a page that also repeats an address (BREACH). Ours never hold the cookie; other sites
 * cannot ask for them unseen, because the cookie goes along only when a person visits (SameSite).
 * @param accepts the header accept-encoding
 */
export const squeeze = (page: Buffer<ArrayBuffer>, accepts: string | undefined): Squeezed => {
  if (!accepts || page.length < WORTH_IT) return { body: page, encoding: undefined }
  if (takes(accepts, 'br')) return { body: brotli(page), encoding: 'br' }
  if (takes(accepts, 'gzip')) return { body: gzipSync(page, { level: 1, memLevel: 9 }), encoding: 'gzip' }
  return { body: page, encoding: undefined }
}
