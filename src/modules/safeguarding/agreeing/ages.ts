/** From which age somebody answers alone, by purpose and country: settings, and what stands where nothing is set. */
import { z } from 'zod'
import { type Country, countries } from '../numbers.ts'

/** For what: to take part, to be published, to be seen or heard in pictures and recordings. */
export const purposes = ['participation', 'publication', 'image'] as const
/** A purpose. */
export type Purpose = (typeof purposes)[number]
/** The ages of one country. */
export type AgesHere = Readonly<Record<Purpose, number>>
/** The ages of every country. */
export type Ages = Readonly<Record<Country, AgesHere>>

// Consent of a child to services offered directly to it, Art. 8 GDPR (sixteen where a country sets nothing): Portugal, Lei
// 58/2019 art. 16; Belgium, law of 30 July 2018 art. 7; the Netherlands, UAVG art. 5; Austria, DSG § 4(4); Germany, Art. 8
// itself; Slovakia, zákon 18/2018 § 15. Nothing fixes an age for publication and pictures: there, everybody under eighteen
// counts as a child (Convention on the Rights of the Child, art. 1), until the site decides otherwise.
const alone: Readonly<Record<Country, number>> = { pt: 13, be: 13, nl: 16, at: 14, de: 16, sk: 16, other: 16 }

/** The youngest and the oldest age that can be set. */
const AGE_FROM = 13
const AGE_TO = 18
const age = z.coerce.number().int().min(AGE_FROM, 'ages.odd').max(AGE_TO, 'ages.odd')

const eachCountry = <T>(make: (country: Country) => T) =>
  Object.fromEntries(countries.map((country) => [country, make(country)])) as Record<Country, T>

/** What stands where nothing is set. */
export const agesByDefault: Ages = eachCountry((country) => ({
  participation: alone[country],
  publication: AGE_TO,
  image: AGE_TO,
}))

/** The form: one number for each country and purpose, called `pt-participation`. */
export const agesForm = z.object(
  Object.fromEntries(
    countries.flatMap((country) => purposes.map((purpose) => [`${country}-${purpose}`, age] as const)),
  ),
)

/** What was typed, as it is kept. */
export const agesTyped = (typed: Readonly<Record<string, number>>): Ages =>
  eachCountry((country) => {
    const of = (purpose: Purpose) => typed[`${country}-${purpose}`] ?? agesByDefault[country][purpose]
    return { participation: of('participation'), publication: of('publication'), image: of('image') }
  })

const kept = z.record(z.string(), z.record(z.string(), age))

/** The ages as the settings hold them; the default for each that is missing. */
export const agesIn = (value: unknown): Ages => {
  const read = kept.safeParse(value)
  return eachCountry((country) => ({ ...agesByDefault[country], ...(read.success ? read.data[country] : {}) }))
}
