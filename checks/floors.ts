// Floors: imports go down only, and only to another module's face.
import type { Finding, Law } from './law.ts'
import { isCode, isTest, moduleOf, modulesIn } from './places.ts'
import { importsOf, target } from './syntax.ts'
import type { Tree } from './tree.ts'

/** The floor of each module; two modules on one floor are siblings and never see each other. */
export const FLOORS: Readonly<Record<string, number>> = {
  people: 0,
  community: 1,
  safeguarding: 2,
  dialogue: 3,
  library: 4,
  exchange: 4,
  challenge: 5,
  decision: 5,
  meeting: 6,
  measurement: 7,
  policy: 8,
  home: 9,
  rights: 9,
}

/** Modules that stand beside the floors and see only what is named here; no module sees them. */
const BESIDE: Readonly<Record<string, readonly string[]>> = { notification: ['people'], webhook: ['people'] }

const FACE = /^src\/modules\/[^/]+\/(contract|public)\.ts$/

export const law: Law = {
  name: 'floors',
  look: (tree) => {
    const modules = modulesIn(tree.files)
    const code = tree.files.filter((path) => path.startsWith('src/') && isCode(path) && !isTest(path))
    const homeless = modules.filter((name) => !(name in FLOORS) && !(name in BESIDE))
    const findings = [
      ...homeless.map((name) => ({
        file: `src/modules/${name}`,
        says: 'has no floor: give it one in checks/floors.ts',
      })),
      ...code.flatMap((path) => importsAcross(tree, path)),
    ]
    return { findings, seen: { modules: modules.length, files: code.length } }
  },
}

function importsAcross(tree: Tree, file: string): Finding[] {
  return importsOf(tree.parsed(file)).flatMap(({ from, line }) => {
    const to = target(file, from)
    const says = to === undefined ? undefined : refusal(file, to)
    return says === undefined ? [] : [{ file, line, says }]
  })
}

function refusal(file: string, to: string): string | undefined {
  const here = moduleOf(file)
  const there = moduleOf(to)
  const room = file.split('/')[1] ?? ''
  if (room === 'platform' || room === 'ui') {
    if (there) return `${room} knows no module: pass ${there}'s part in from app.ts, or move this into the module`
    if (room === 'ui' || !isTopOfHouse(to)) return undefined
    return `platform does not look up at ${to}: let ${to} pass it in`
  }
  if (here === undefined) return undefined
  if (isTopOfHouse(to)) return `a module does not look up at ${to}: take what you need as an argument`
  if (there === undefined || there === here) return undefined
  if (!maySee(here, there))
    return `${here} (floor ${floor(here)}) may not see ${there} (floor ${floor(there)}): ${wayOut(here, there)}`
  return FACE.test(to)
    ? undefined
    : `is behind ${there}'s face: offer it in ${there}/public.ts (or contract.ts for types)`
}

function maySee(here: string, there: string): boolean {
  if (there in BESIDE) return false
  if (here in BESIDE) return BESIDE[here]?.includes(there) === true
  return (FLOORS[here] ?? -1) > (FLOORS[there] ?? Number.POSITIVE_INFINITY)
}

function wayOut(here: string, there: string): string {
  if (FLOORS[here] === FLOORS[there]) return 'siblings meet in app.ts or through a fact'
  return 'speak through a fact, a Subject of the address book, or a part that app.ts passes in'
}

function floor(name: string): number | 'beside' {
  return FLOORS[name] ?? 'beside'
}

function isTopOfHouse(path: string): boolean {
  return /^src\/([^/]+\.tsx?|cli\/.*)$/.test(path)
}
