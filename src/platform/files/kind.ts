/** What a file is, told by its content and never by its name; only kinds that are safe to hand on are known. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { entriesOf, firstStored } from './zip.ts'

/** The kinds that are kept, each with what it is called on the wire and the end of its name. */
export const fileKinds = {
  jpeg: { mime: 'image/jpeg', ends: 'jpg' },
  png: { mime: 'image/png', ends: 'png' },
  webp: { mime: 'image/webp', ends: 'webp' },
  pdf: { mime: 'application/pdf', ends: 'pdf' },
  text: { mime: 'text/plain; charset=utf-8', ends: 'txt' },
  odt: { mime: 'application/vnd.oasis.opendocument.text', ends: 'odt' },
  ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', ends: 'ods' },
  odp: { mime: 'application/vnd.oasis.opendocument.presentation', ends: 'odp' },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ends: 'docx' },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ends: 'xlsx' },
  pptx: { mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', ends: 'pptx' },
} as const

/** A kind of file. */
export type FileKind = keyof typeof fileKinds

/** Whether it is a picture, which is made anew before it is kept. */
export const isPicture = (kind: FileKind): kind is 'jpeg' | 'png' | 'webp' =>
  kind === 'jpeg' || kind === 'png' || kind === 'webp'

const latin = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

// What phones of one maker call their pictures, and its younger sister.
const HEIC = /^(hei[cmsx]|hev[cmsx]|mif1|msf1|avi[fs])$/
const ODF = { text: 'odt', spreadsheet: 'ods', presentation: 'odp' } as const
const OOXML = { 'word/document.xml': 'docx', 'xl/workbook.xml': 'xlsx', 'ppt/presentation.xml': 'pptx' } as const
const MACROS = /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/)/i

const documentOf = (bytes: Uint8Array): Outcome<FileKind> => {
  const entries = entriesOf(bytes)
  if (!entries) return refuse('broken')
  if (entries.some((name) => MACROS.test(name))) return refuse('macros')
  const first = firstStored(bytes)
  const odf = first?.name === 'mimetype' && /^application\/vnd\.oasis\.opendocument\.(\w+)$/.exec(first.text)?.[1]
  if (odf && odf in ODF) return done(ODF[odf as keyof typeof ODF])
  const names = new Set(entries)
  const main = Object.keys(OOXML).find((name) => names.has(name))
  return main && names.has('[Content_Types].xml') ? done(OOXML[main as keyof typeof OOXML]) : refuse('kind')
}

const isText = (bytes: Uint8Array): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/\p{Cc}/u.test(text.replace(/[\t\n\f\r]/g, '')) && !/^\s*<(\?xml|!doctype|html|svg|script)\b/i.test(text)
  } catch {
    return false
  }
}

const told = (bytes: Uint8Array): Outcome<FileKind> => {
  if (bytes.length === 0) return refuse('empty')
  if (latin(bytes, 0, 3) === '\xff\xd8\xff') return done('jpeg')
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return done('png')
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return done('webp')
  if (latin(bytes, 4, 8) === 'ftyp' && HEIC.test(latin(bytes, 8, 12))) return refuse('heic')
  if (latin(bytes, 0, 5) === '%PDF-') {
    const end = latin(bytes, Math.max(0, bytes.length - 66_000), bytes.length)
    // A document that opens as an archive as well says one thing to us and another to its reader.
    if (end.includes('PK\x05\x06')) return refuse('mixed')
    return end.includes('%%EOF') ? done('pdf') : refuse('broken')
  }
  if (latin(bytes, 0, 4) === 'PK\x03\x04') return documentOf(bytes)
  return isText(bytes) ? done('text') : refuse('kind')
}

const claims = (declared: string): 'picture' | 'pdf' | 'text' | 'other' | undefined => {
  if (declared === '' || declared === 'application/octet-stream') return undefined
  if (declared.startsWith('image/')) return 'picture'
  if (declared.startsWith('text/')) return 'text'
  return declared === 'application/pdf' ? 'pdf' : 'other'
}

const isWhatItClaims = (kind: FileKind, declared: string): boolean => {
  const claim = claims(declared)
  const is = isPicture(kind) ? 'picture' : kind === 'pdf' || kind === 'text' ? kind : 'other'
  return claim === undefined || claim === is
}

/**
 * Tells the kind of some bytes. `declared` is what the browser makes of the name: when content and name speak of
 * different things, the file is refused. Reasons: empty, heic, kind, broken, mixed, macros, mislabelled.
 */
export const kindOf = (bytes: Uint8Array, declared = ''): Outcome<FileKind> => {
  const kind = told(bytes)
  const [claimed = ''] = declared.toLowerCase().split(';')
  if (!kind.ok) return kind.reason === 'kind' && claims(claimed) === 'picture' ? refuse('notPicture') : kind
  return isWhatItClaims(kind.value, claimed.trim()) ? kind : refuse('mislabelled')
}
