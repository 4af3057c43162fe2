/** Hands out kept bytes: only ever as something to keep, never as a page, a script or a thing that runs. */
import type { Context } from 'hono'
import { type FileKind, fileKinds } from './kind.ts'
import type { OpenedFile } from './store.ts'

/** A title as the name of a file: letters and digits of any script; what a file system or a header could misread is gone. */
export const nameOfFile = (title: string, kind: FileKind): string => {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ,_-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `${[...plain].slice(0, 80).join('').trim() || 'file'}.${fileKinds[kind].ends}`
}

/** Answers with the bytes. No browser keeps them, and what stands in them can do nothing. */
export const sendFile = (
  c: Context,
  opened: OpenedFile,
  { title, kind }: { title: string; kind: FileKind },
): Response => {
  const name = nameOfFile(title, kind)
  const ascii = name.normalize('NFD').replace(/[^\x20-\x7e]/g, '') || `file.${fileKinds[kind].ends}`
  const headers = {
    'content-type': fileKinds[kind].mime,
    'content-length': String(opened.bytes),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  }
  for (const [header, value] of Object.entries(headers)) c.header(header, value)
  return c.body(opened.stream)
}
