/** Files as people bring them: photographs that know too much, documents, and things that only look like them. */
import sharp from 'sharp'

/** What a photograph knows besides the picture, to be looked for afterwards. */
export const KNOWN = [
  'Exif',
  'GPS',
  'xpacket',
  'adobe:ns:meta',
  'Secret Camera',
  'Marta Pires',
  'ICC_PROFILE',
  'Adobe RGB',
  'PK\u0003\u0004',
]

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
  dc:creator="Marta Pires" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="38,43.3N"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

/** A photograph taken sideways, which knows where, by whom and with what. */
export const photograph = (kind: 'jpeg' | 'png' | 'webp', width = 640, height = 400): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#2a7f8f' } })
    .toFormat(kind)
    .withExif({
      IFD0: { Make: 'Secret Camera', Artist: 'Marta Pires', Copyright: 'Marta Pires' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 43/1 20/1', GPSLongitudeRef: 'W', GPSLongitude: '9/1 8/1 20/1' },
    })
    .withXmp(XMP)
    .withMetadata({ orientation: 6 })
    .toBuffer()

const entry = (name: string, text: string, at: number) => {
  const [named, data] = [Buffer.from(name), Buffer.from(text)]
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(data.length, 22)
  local.writeUInt16LE(named.length, 26)
  const listed = Buffer.alloc(46)
  listed.writeUInt32LE(0x02014b50, 0)
  listed.writeUInt32LE(data.length, 20)
  listed.writeUInt32LE(data.length, 24)
  listed.writeUInt16LE(named.length, 28)
  listed.writeUInt32LE(at, 42)
  return { local: Buffer.concat([local, named, data]), listed: Buffer.concat([listed, named]) }
}

/** An archive with stored entries. */
export const archive = (files: Readonly<Record<string, string>>): Buffer => {
  const locals: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const one = entry(name, text, at)
    locals.push(one.local)
    listed.push(one.listed)
    at += one.local.length
  }
  const list = Buffer.concat(listed)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(listed.length, 8)
  end.writeUInt16LE(listed.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, list, end])
}

/** A text document of one word. */
export const openDocument = (): Buffer =>
  archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office:text>Hello</office:text>' })

/** A document of the other family, with more in it where a test wants that. */
export const officeDocument = (more: Readonly<Record<string, string>> = {}): Buffer =>
  archive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...more })

/** The smallest thing that opens as a document to print. */
export const printDocument = (): Buffer => Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

/** What a phone of one maker calls a picture. */
export const phonePicture = (): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(400)])
