/** The village with half a school year of its life, every module in it, and all addresses that its people can find. */
import { Parser } from 'htmlparser2'
import { tables } from '../../src/app.ts'
import { tellBeginning } from '../../src/demonstration/beginning.ts'
import { tellBench } from '../../src/demonstration/bench.ts'
import { tellLunch } from '../../src/demonstration/lunch.ts'
import { pastHouse } from '../../src/demonstration/past.ts'
import { demonstrationPassword, type VillagerName } from '../../src/demonstration/people.ts'
import { tellQuietCorners } from '../../src/demonstration/quiet.ts'
import { tellReadingAloud } from '../../src/demonstration/reading-aloud.ts'
import { telling } from '../../src/demonstration/telling.ts'
import { tellWaiting } from '../../src/demonstration/waiting.ts'
import { passwordHash } from '../../src/modules/people/secret.ts'
import { setPassword } from '../../src/modules/people/store.ts'
import type { Route } from '../../src/platform/http/routes.ts'
import { saveSettings } from '../../src/platform/settings/settings.ts'
import { openVillage, type Village } from '../village/village.ts'

/** Every route of the application. */
export const routes: readonly Route[] = tables.flatMap((table) => table.routes)

/** Opens it; `close` when done. */
export const openLivedIn = async (): Promise<Village> => {
  const village = await openVillage()
  const today = village.clock.at
  const at = {
    get now() {
      return village.clock.at
    },
    set now(time: Date) {
      village.clock.at = time
    },
  }
  const told = telling(pastHouse(village.house, village.house.db, at), village)
  for (const chapter of [tellBeginning, tellBench, tellLunch, tellReadingAloud, tellWaiting, tellQuietCorners]) {
    told.again()
    await chapter(told)
  }
  const hash = await passwordHash(demonstrationPassword)
  await village.house.db.asSystem('settings', async (tx) => {
    await saveSettings(tx, { demonstration: true })
    for (const person of Object.values(village.people)) await tx.rows(setPassword(person, hash))
  })
  village.house.settings.forget()
  village.clock.at = today
  return village
}

/** A form as a page has it: where it goes, its text fields, and what a person who touches nothing else sends. */
export interface PageForm {
  readonly action: string
  readonly method: string
  readonly texts: string[]
  readonly fields: Record<string, string | string[]>
}

/** A page taken apart: addresses, forms, and whatever in it could act by itself. */
export interface Taken {
  readonly links: string[]
  readonly forms: PageForm[]
  readonly harm: string[]
}

const TEXT = new Set(['text', 'search', 'email', 'url', 'password', 'date', 'time', 'number', 'tel'])
const ACTIVE = new Set(['iframe', 'object', 'embed', 'base', 'style', 'math', 'template', 'video', 'audio', 'marquee'])
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data', 'srcdoc'])

const harmOf = (name: string, marks: Record<string, string>): string[] => {
  const harm = ACTIVE.has(name) || (name === 'script' && !marks.src?.startsWith('/assets/')) ? [`<${name}>`] : []
  for (const [key, value] of Object.entries(marks)) {
    if (/^on|^style$/i.test(key)) harm.push(`<${name} ${key}>`)
    // A browser passes over spaces and control characters before it looks for the scheme.
    const bare = [...value].filter((letter) => letter > ' ').join('')
    if (ADDRESSES.has(key) && /^(javascript|vbscript|data:text)/i.test(bare)) harm.push(`<${name} ${key}=${value}>`)
  }
  return harm
}

/** Takes a page apart as a browser does. */
export const takeApart = (html: string, path: string): Taken => {
  const links: string[] = []
  const forms: PageForm[] = []
  const harm: string[] = []
  let form: PageForm | undefined
  let select: string | undefined
  const parser = new Parser({
    onopentag: (name, marks) => {
      harm.push(...harmOf(name, marks))
      if (name === 'a' && marks.href?.startsWith('/')) links.push(marks.href.split('#')[0] as string)
      if (name === 'form') {
        form = { action: marks.action ?? path, method: (marks.method ?? 'get').toUpperCase(), texts: [], fields: {} }
        forms.push(form)
      }
      const field = marks.name
      if (name === 'option' && form && select && (!(select in form.fields) || 'selected' in marks))
        form.fields[select] = marks.value ?? ''
      if (name === 'select') select = field
      if (!form || !field || 'disabled' in marks) return
      const type = marks.type ?? 'text'
      if (name === 'textarea' || (name === 'input' && TEXT.has(type))) form.texts.push(field)
      else if (name === 'input' && type === 'hidden') form.fields[field] = marks.value ?? ''
      else if (name === 'input' && type === 'radio' && (!(field in form.fields) || 'checked' in marks))
        form.fields[field] = marks.value ?? 'on'
      else if (name === 'input' && type === 'checkbox')
        form.fields[field] = [form.fields[field] ?? [], marks.value ?? 'on'].flat()
    },
    onclosetag: (name) => {
      if (name === 'form') form = undefined
      if (name === 'select') select = undefined
    },
  })
  parser.end(html)
  return { links, forms, harm }
}

const shapes = routes.map(({ method, pattern }) => ({
  method,
  pattern,
  shape: new RegExp(`^${pattern.replace(/:[a-zA-Z]+/g, '[^/]+')}$`),
}))

/** The pattern of the route that answers an address; those without parameters come first. */
export const patternOf = (method: string, address: string): string | undefined => {
  const path = address.split(/[?#]/)[0] as string
  const fitting = shapes.filter((route) => route.method === method && route.shape.test(path))
  return (fitting.find(({ pattern }) => pattern === path) ?? fitting[0])?.pattern
}

/** What somebody finds by following every link: up to `most` addresses of each route, and the forms by where they go. */
export const explore = async (village: Village, who: VillagerName, most = 3) => {
  const browser = await village.as(who)
  const waiting = ['/today', '/c/reading-together', '/c/quiet-corners', '/library', '/me', '/communities/new']
  const seen = new Set(waiting)
  const found = new Map<string, Set<string>>()
  const forms = new Map<string, PageForm & { from: string }>()
  const note = (method: string, address: string): boolean => {
    const key = `${method} ${patternOf(method, address)}`
    const known = found.get(key) ?? new Set()
    found.set(key, known)
    if (known.size >= most) return false
    known.add(address)
    return true
  }
  for (const path of waiting) {
    const answer = await browser.get(path)
    const { links, forms: here } = takeApart(await answer.text(), path)
    if (answer.status !== 200) continue
    for (const link of links) {
      if (seen.has(link) || !note('GET', link)) continue
      seen.add(link)
      waiting.push(link)
    }
    for (const form of here) {
      note(form.method, form.action)
      const key = `${form.method} ${patternOf(form.method, form.action)} ${form.texts.join()}`
      if (!forms.has(key)) forms.set(key, { ...form, from: path })
    }
  }
  return { found, forms }
}

/** Every route with addresses: those that its people found, or one made up where nobody found any. */
export const addressesOf = (route: Route, ...explored: { found: Map<string, Set<string>> }[]): string[] => {
  const found = explored.flatMap((each) => [...(each.found.get(`${route.method} ${route.pattern}`) ?? [])])
  if (found.length > 0) return [...new Set(found)]
  return [route.pattern.replace(':slug', 'reading-together').replace(/:[a-zA-Z]+/g, '1')]
}
