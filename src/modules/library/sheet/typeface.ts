/** The letters of our papers: Atkinson Hyperlegible Next (OFL), whose Latin letters come in two files for each face. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The faces that a paper uses. */
export const faces = ['regular', 'bold', 'italic'] as const
/** A face. */
export type Face = (typeof faces)[number]
/** A file of a face: `ext` holds what only some languages write, such as č or ľ. */
export type FontName = `${Face}${'' | '-ext'}`

const files: Record<Face, string> = { regular: '400-normal', bold: '700-normal', italic: '400-italic' }

// The letters of the second file, as its stylesheet names them.
const EXT =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u02ce-\u02d7\u02dd-\u02ff\u1e00-\u1e9f\u1ef2-\u1eff]/

const kept = new Map<FontName, Buffer>()

/** The bytes of a file of a face, read when it is first needed. */
export const fontFile = (name: FontName): Buffer => {
  const known = kept.get(name)
  if (known) return known
  const [face, ext] = name.split('-') as [Face, string | undefined]
  const part = ext ? 'latin-ext' : 'latin'
  const path = `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-${files[face]}.woff`
  const bytes = readFileSync(createRequire(import.meta.url).resolve(path))
  kept.set(name, bytes)
  return bytes
}

/** A text cut where the file changes: “pokoľko” is three pieces. */
export const cutByFile = (text: string, face: Face): { font: FontName; text: string }[] => {
  const pieces: { font: FontName; text: string }[] = []
  for (const letter of text) {
    const font: FontName = EXT.test(letter) ? `${face}-ext` : face
    const last = pieces.at(-1)
    if (last?.font === font) last.text += letter
    else pieces.push({ font, text: letter })
  }
  return pieces
}
