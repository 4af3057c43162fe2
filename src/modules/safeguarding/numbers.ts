/** Whom to call outside: the emergency number, and each country's line for children. Only numbers that are sure stand here. */

/** The countries whose numbers are known; any other shows the emergency number alone. */
export const countries = ['pt', 'be', 'nl', 'at', 'de', 'sk', 'other'] as const
/** A country of the list. */
export type Country = (typeof countries)[number]

/** A line that children can call. `name` is its own name in its own language. */
export interface Line {
  readonly name: string
  readonly number: string
  readonly lang: string
}

/** One number in all of the European Union (Directive (EU) 2018/1972, article 109). */
export const EMERGENCY = '112'

// 116 111 is the number for child helplines that Commission Decision 2007/116/EC reserves; which service answers it, and the
// numbers of Belgium, the Netherlands and Austria, are as these services name them themselves.
const lines: Readonly<Record<Country, readonly Line[]>> = {
  // Instituto de Apoio à Criança, iacrianca.pt
  pt: [{ name: 'SOS Criança', number: '116 111', lang: 'pt' }],
  // awel.be and ecouteenfants.be
  be: [
    { name: 'Awel', number: '102', lang: 'nl' },
    { name: 'Écoute-Enfants', number: '103', lang: 'fr' },
  ],
  // kindertelefoon.nl
  nl: [{ name: 'De Kindertelefoon', number: '0800 0432', lang: 'nl' }],
  // rataufdraht.at
  at: [{ name: 'Rat auf Draht', number: '147', lang: 'de' }],
  // nummergegenkummer.de
  de: [{ name: 'Nummer gegen Kummer', number: '116 111', lang: 'de' }],
  // ldi.sk
  sk: [{ name: 'Linka detskej istoty', number: '116 111', lang: 'sk' }],
  other: [],
}

const zones: Readonly<Record<string, Country>> = {
  'Europe/Lisbon': 'pt',
  'Atlantic/Madeira': 'pt',
  'Atlantic/Azores': 'pt',
  'Europe/Brussels': 'be',
  'Europe/Amsterdam': 'nl',
  'Europe/Vienna': 'at',
  'Europe/Berlin': 'de',
  'Europe/Bratislava': 'sk',
}

/** The country that a site's time zone lies in, as far as it is known. */
export const countryOfZone = (zone: string): Country => zones[zone] ?? 'other'

/** The lines for children of a country. */
export const linesOf = (country: Country): readonly Line[] => lines[country]

/** A number as a telephone dials it. */
export const dialled = (number: string): string => `tel:${number.replaceAll(' ', '')}`
