/** What a thing is, in a few words: where a link leads, or which kind of file it is and how large. */
import type { FileKind } from '../../../../platform/files/kind.ts'
import type { Language } from '../../../../platform/words/words.ts'
import type { Thing } from '../contract.ts'
import { siteOf } from '../thing.ts'
import { words } from '../words.ts'

const plain: Readonly<Record<FileKind, 'picture' | 'pdf' | 'text' | 'document' | 'table' | 'slides'>> = {
  jpeg: 'picture',
  png: 'picture',
  webp: 'picture',
  pdf: 'pdf',
  text: 'text',
  odt: 'document',
  docx: 'document',
  ods: 'table',
  xlsx: 'table',
  odp: 'slides',
  pptx: 'slides',
}

/** How large a file is, in whole kilobytes or in megabytes with one digit. */
const sizeOf = (bytes: number, lang: Language): string => {
  const large = bytes >= 1_000_000
  return (large ? bytes / 1_000_000 : Math.max(1, bytes / 1000)).toLocaleString(lang, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  })
}

/** Such as “Link to example.org” or “Document to print (PDF), 120 KB”. */
export const whatItIs = (lang: Language, thing: Thing): string => {
  const t = words(lang)
  if (thing.taken_down_at) return t('down.gone')
  if (thing.address) return t('what.link', { site: siteOf(thing.address) })
  return thing.file_kind ? `${t(`what.${plain[thing.file_kind]}`)} · ${sizeOf(thing.bytes ?? 0, lang)}` : ''
}
