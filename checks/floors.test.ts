// The floors law refuses to look up, to look sideways and to look behind a face; the cycles law refuses circles.
import { expect, test } from 'vitest'
import { law as cycles } from './cycles.ts'
import { law } from './floors.ts'
import { says } from './small-house.ts'

const from = (path: string): string =>
  `// A file for the test.\nimport { thing } from '${path}'\nexport const it = thing\n`
const plain = '// A file for the test.\nexport const thing = 1\n'

const house = {
  'src/modules/people/contract.ts': plain,
  'src/modules/people/store.ts': plain,
  'src/modules/people/urls.ts': plain,
  'src/modules/dialogue/public.ts': from('../people/contract.ts'),
  'src/modules/challenge/public.ts': from('../dialogue/public.ts'),
  'src/modules/decision/public.ts': plain,
  'src/modules/notification/public.ts': from('../people/contract.ts'),
  'src/modules/people/routes.test.ts': from('../challenge/public.ts'),
  'src/app.ts': from('./modules/challenge/routes.ts'),
  'src/cli/import.ts': from('../modules/challenge/actions.ts'),
}

test('down, to a face, is fine; app.ts, the command line and tests know everybody', () => {
  expect(says(law, house)).toEqual([])
})

test.each([
  ['src/modules/dialogue/routes.ts', '../challenge/public.ts', 'dialogue (floor 3) may not see challenge (floor 5)'],
  ['src/modules/challenge/routes.ts', '../decision/public.ts', 'siblings meet in app.ts'],
  ['src/modules/challenge/routes.ts', '../people/store.ts', "behind people's face"],
  ['src/modules/challenge/routes.ts', '../people/urls.ts', "behind people's face"],
  ['src/modules/notification/jobs.ts', '../challenge/public.ts', 'notification (floor beside) may not see challenge'],
  ['src/modules/challenge/jobs.ts', '../notification/public.ts', 'may not see notification'],
  ['src/modules/challenge/jobs.ts', '../../app.ts', 'does not look up at src/app.ts'],
  ['src/platform/http/door.ts', '../../modules/people/contract.ts', 'platform knows no module'],
  ['src/ui/card.tsx', '../modules/people/contract.ts', 'ui knows no module'],
])('%s may not import %s', (path, to, reason) => {
  expect(says(law, { ...house, [path]: from(to) })).toEqual([expect.stringContaining(reason)])
})

test('types, re-exports and late imports count as well', () => {
  const path = 'src/modules/dialogue/jobs.ts'
  for (const line of [
    `import type { A } from '../challenge/public.ts'`,
    `export * from '../challenge/public.ts'`,
    `export const later = () => import('../challenge/public.ts')`,
  ])
    expect(says(law, { ...house, [path]: `// A file for the test.\n${line}\n` })).toHaveLength(1)
})

test('a module without a floor is told so', () => {
  expect(says(law, { ...house, 'src/modules/gossip/public.ts': plain })).toEqual([
    'src/modules/gossip has no floor: give it one in checks/floors.ts',
  ])
})

test('a circle of files is refused, a circle of types is not', () => {
  const circle = { 'src/platform/a.ts': from('./b.ts'), 'src/platform/b.ts': from('./a.ts') }
  expect(says(cycles, circle)).toEqual([
    expect.stringContaining('src/platform/a.ts → src/platform/b.ts → src/platform/a.ts'),
  ])
  const types = {
    ...circle,
    'src/platform/b.ts': `// A file.\nimport type { it } from './a.ts'\nexport type Its = typeof it\n`,
  }
  expect(says(cycles, types)).toEqual([])
})
