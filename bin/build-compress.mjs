// Keeps the small forms of a file beside it, so that no request has to make them.
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Writes `path.br` and `path.gz`. */
export async function compress(path) {
  const bytes = await readFile(path)
  const hard = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, hard))
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}
