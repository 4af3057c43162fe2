/** Kept bytes: whole or not at all, swept; kinds told by content; pictures made anew with nothing in them but the picture. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as files from '../../../tests/village/files.ts'
import { kindOf } from './kind.ts'
import { LONGEST_SIDE, madeAnew } from './picture.ts'
import { nameOfFile } from './serve.ts'
import { filesIn } from './store.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ciranda-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const secret = (bytes = 18) => randomBytes(bytes).toString('base64url')
const read = async (opened: { stream: ReadableStream<Uint8Array> } | undefined) =>
  opened && Buffer.from(await new Response(opened.stream).arrayBuffer()).toString()

describe('kept bytes', () => {
  it('are found by their key alone, and gone when erased', async () => {
    const store = filesIn(join(folder, 'a'), secret)
    const key = await store.keep(Buffer.from('a rug'))
    expect(await read(await store.open(key))).toBe('a rug')
    for (const wrong of ['', '../../etc/passwd', `${key.slice(0, 31)}/`, 'x'.repeat(32), `../${key.slice(3)}`])
      expect(await store.open(wrong)).toBeUndefined()
    await store.erase(key)
    await store.erase(key)
    expect(await store.open(key)).toBeUndefined()
  })

  it('are swept when no row names them, when they are old enough; and what was cut off as well', async () => {
    const root = join(folder, 'b')
    const store = filesIn(root, secret)
    const soon = new Date(Date.now() + 60_000)
    expect(await store.sweep(async () => [], soon)).toBe(0)
    const [named, orphan] = [await store.keep(Buffer.from('1')), await store.keep(Buffer.from('2'))]
    await writeFile(join(root, 'coming', 'half'), 'cut o')
    expect(await store.sweep(async () => [], new Date(Date.now() - 60_000))).toBe(0)
    expect(await store.sweep(async (keys) => keys.filter((one) => one === named), soon)).toBe(2)
    expect(await readdir(join(root, 'coming'))).toEqual([])
    expect(await read(await store.open(named))).toBe('1')
    expect(await store.open(orphan)).toBeUndefined()
  })

  it('leave nothing when the disk refuses', async () => {
    await writeFile(join(folder, 'full'), '')
    await expect(filesIn(join(folder, 'full'), secret).keep(Buffer.from('x'))).rejects.toThrow()
  })
})

describe('the kind of a file', () => {
  const zip = files.officeDocument()
  it.each([
    ['a photograph', () => files.photograph('jpeg'), 'image/jpeg', 'jpeg'],
    ['a picture by another name', () => files.photograph('png'), 'image/jpeg', 'png'],
    ['a picture of the web', () => files.photograph('webp'), '', 'webp'],
    ['a print', () => files.printDocument(), 'application/pdf', 'pdf'],
    ['a text', () => Buffer.from('Olá, tudo bem?\n'), 'text/plain', 'text'],
    ['an open document', () => files.openDocument(), 'application/octet-stream', 'odt'],
    ['a document', () => zip, '', 'docx'],
    ['nothing', () => Buffer.alloc(0), '', 'empty'],
    ['a phone’s picture', () => files.phonePicture(), 'image/heic', 'heic'],
    ['a phone’s picture by another name', () => files.phonePicture(), 'image/jpeg', 'heic'],
    ['a page named picture', () => Buffer.from('<html><script>alert(1)</script>'), 'image/png', 'notPicture'],
    ['a page', () => Buffer.from('  <!DOCTYPE html><p>'), 'text/html', 'kind'],
    ['a drawing that can run', () => Buffer.from('<svg onload="x()"/>'), 'image/svg+xml', 'notPicture'],
    ['a text named picture', () => Buffer.from('hello'), 'image/png', 'mislabelled'],
    ['a picture named print', () => files.photograph('png'), 'application/pdf', 'mislabelled'],
    ['a program', () => Buffer.from('MZ\u0000\u0001'), '', 'kind'],
    ['an archive', () => files.archive({ 'a.txt': 'a' }), 'application/zip', 'kind'],
    ['half a document', () => zip.subarray(0, zip.length - 30), '', 'broken'],
    ['a document with something behind it', () => Buffer.concat([zip, Buffer.from('<script>')]), '', 'broken'],
    ['a document with macros', () => files.officeDocument({ 'word/vbaProject.bin': 'x' }), '', 'macros'],
    ['a print that is an archive as well', () => Buffer.concat([files.printDocument(), zip]), '', 'mixed'],
    ['half a print', () => files.printDocument().subarray(0, 20), 'application/pdf', 'broken'],
  ])('%s', async (_, bytes, declared, says) => {
    const told = kindOf(await bytes(), declared)
    expect(told.ok ? told.value : told.reason).toBe(says)
  })

  it('is told, or refused, for any bytes at all', () => {
    const beginnings = ['PK\u0003\u0004', '%PDF-', '\u0089PNG\r\n\u001a\n', 'RIFFxxxxWEBP', '    ftypheic', ''].map(
      (text) => Buffer.from(text, 'latin1'),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: 300 }),
        fc.string(),
        (head, rest, declared) => {
          kindOf(Buffer.concat([head, rest]), declared)
          kindOf(Buffer.concat([head, rest, zip.subarray(zip.length - 22)]), declared)
        },
      ),
    )
  })
})

describe('D16: a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('of the kind %s keeps nothing but the picture, upright', async (kind) => {
    const before = Buffer.concat([
      await files.photograph(kind),
      kind === 'jpeg' ? files.officeDocument() : Buffer.alloc(0),
    ])
    // The fixture must know what is looked for, or the test sees nothing.
    for (const known of kind === 'png' ? ['Secret Camera'] : ['Secret Camera', 'Marta Pires'])
      expect(before.includes(known), known).toBe(true)
    const made = await madeAnew(before, kind)
    if (!made.ok) throw new Error(made.reason)
    const after = Buffer.from(made.value.bytes)
    for (const known of files.KNOWN) expect(after.includes(known), known).toBe(false)
    expect(after.toString('latin1')).not.toMatch(/eXIf|EXIF|XMP |iTXt|ICCP|photoshop/)
    const { exif, xmp, icc, iptc, orientation } = await sharp(after).metadata()
    expect({ exif, xmp, icc, iptc, orientation }).toEqual({})
    expect([made.value.width, made.value.height]).toEqual([400, 640])
  })

  it('is never wider or higher than it need be, nor made larger', async () => {
    const large = await madeAnew(await files.photograph('jpeg', 4000, 1000), 'jpeg')
    expect(large).toMatchObject({ ok: true, value: { width: 400, height: LONGEST_SIDE } })
  })

  it('that is cut off, a bomb, or no picture is refused', async () => {
    const noise = await sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
      .png()
      .toBuffer()
    const [jpeg, webp] = [await sharp(noise).jpeg().toBuffer(), await sharp(noise).webp().toBuffer()]
    for (const [kind, bytes] of [
      ['png', noise.subarray(0, noise.length / 2)],
      ['jpeg', jpeg.subarray(0, jpeg.length / 2)],
      ['webp', webp.subarray(0, webp.length / 2)],
      ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
      ['jpeg', noise],
    ] as const)
      expect(await madeAnew(bytes, kind), kind).toMatchObject({ ok: false, reason: 'broken' })
    // Ten kilobytes that say they are ten billion pixels.
    const bomb = Buffer.from(noise.subarray(0, 10_000))
    bomb.writeUInt32BE(100_000, 16)
    bomb.writeUInt32BE(100_000, 20)
    expect((await madeAnew(bomb, 'png')).ok).toBe(false)
    const wide = await sharp({ create: { width: 9000, height: 7000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await madeAnew(wide, 'png')).toMatchObject({ ok: false, reason: 'pixels' })
  })
})

describe('the name of a file', () => {
  it('is the title, and nothing that a header or a folder could misread', () => {
    expect(nameOfFile('Leseecken – 3. Klasse', 'pdf')).toBe('Leseecken 3 Klasse.pdf')
    expect(nameOfFile('../../"; x=\r\n<b>', 'text')).toBe('x b.txt')
    expect(nameOfFile('🙂', 'png')).toBe('file.png')
  })
})
