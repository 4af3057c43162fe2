/** The table of contents of a zip archive, read without unpacking anything. */

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
/** Nothing that people hand each other unpacks to more; an archive that says it does is a trap. */
const MOST_UNPACKED = 300_000_000
const MOST_ENTRIES = 10_000

/** The end of the archive; only where it ends exactly with the bytes, so that nothing hangs behind it. */
const endOf = (data: DataView): number | undefined => {
  for (let at = data.byteLength - END_BYTES; at >= Math.max(0, data.byteLength - END_BYTES - 0xffff); at--)
    if (data.getUint32(at, true) === END)
      return at + END_BYTES + data.getUint16(at + 20, true) === data.byteLength ? at : undefined
  return undefined
}

/** The names in an archive; nothing when it is cut off, has something before, behind or hidden in it, or is a bomb. */
export const entriesOf = (bytes: Uint8Array): string[] | undefined => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(data)
  if (end === undefined) return undefined
  const count = data.getUint16(end + 10, true)
  const size = data.getUint32(end + 12, true)
  let at = data.getUint32(end + 16, true)
  if (count > MOST_ENTRIES || at + size !== end) return undefined
  const names: string[] = []
  let unpacked = 0
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > end || data.getUint32(at, true) !== ENTRY) return undefined
    unpacked += data.getUint32(at + 24, true)
    const named = data.getUint16(at + 28, true)
    names.push(Buffer.from(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + named)).toString('utf8'))
    at += ENTRY_BYTES + named + data.getUint16(at + 30, true) + data.getUint16(at + 32, true)
  }
  return at === end && unpacked <= MOST_UNPACKED ? names : undefined
}

/** The first entry, when it is stored as it is: where some documents say what they are. */
export const firstStored = (bytes: Uint8Array): { name: string; text: string } | undefined => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.byteLength < LOCAL_BYTES || data.getUint32(0, true) !== LOCAL || data.getUint16(8, true) !== 0)
    return undefined
  const size = data.getUint32(18, true)
  const named = data.getUint16(26, true)
  const begins = LOCAL_BYTES + named + data.getUint16(28, true)
  const text = (from: number, most: number) => Buffer.from(bytes.subarray(from, from + most)).toString('latin1')
  return { name: text(LOCAL_BYTES, named), text: text(begins, Math.min(size, 200)) }
}
