// The actions law refuses an act that no door leads to, and one that no test tells of.
import { expect, test } from 'vitest'
import { law } from './actions.ts'
import { says } from './small-house.ts'

const folder = 'src/modules/challenge'
const house = {
  [`${folder}/actions.ts`]: '// What can be done.\nexport const raise = async () => 1\nexport const limit = 3\n',
  [`${folder}/actions/tryout.ts`]: '// What can be done with a try-out.\nexport async function begin() {}\n',
  [`${folder}/routes.ts`]: `// The doors.\nimport { raise } from './actions.ts'\nraise()\n`,
  [`${folder}/public.ts`]: `// The face.\nexport { begin } from './actions/tryout.ts'\n`,
  [`${folder}/actions.test.ts`]: '// The story.\nraise()\nbegin()\n',
}

test('acts with a door and a story pass', () => {
  expect(says(law, house)).toEqual([])
})

test('an act without a door is an orphan', () => {
  const { [`${folder}/public.ts`]: _, ...without } = house
  expect(says(law, without)).toEqual([expect.stringContaining('begin has no door')])
})

test('an act that no test names is refused', () => {
  const untold = { ...house, [`${folder}/actions.test.ts`]: '// The story.\nraised()\nbegin()\n' }
  expect(says(law, untold)).toEqual([expect.stringContaining('raise is in no test')])
})

test('a test that knocks at the door tells of the act behind it', () => {
  const story = `// The story.\nawait app.request(urls.questions({ slug }), form)\nbegin()\n`
  const mounted = `// The doors.\nimport { raise } from './actions.ts'\nconst answer = () => raise()\ntable.post(urls.questions, memberOf, (c) => answer())\n`
  const knocked = { ...house, [`${folder}/routes.ts`]: mounted, [`${folder}/actions.test.ts`]: story }
  expect(says(law, knocked)).toEqual([])
  const elsewhere = { ...knocked, [`${folder}/actions.test.ts`]: story.replace('questions', 'tryouts') }
  expect(says(law, elsewhere)).toEqual([expect.stringContaining('raise is in no test')])
})

test('a door for programs is a door, and a test that knocks at it tells of the act', () => {
  const { [`${folder}/public.ts`]: _, ...rest } = house
  const api = `// For programs.\nimport { begin } from './actions/tryout.ts'\ntable.post(apiUrls.tryouts, memberOf, 'write', spec, (c) => begin(c))\n`
  const test = `// The story.\nraise()\nawait program.post(apiUrls.tryouts({ slug }), {})\n`
  expect(says(law, { ...rest, [`${folder}/api.ts`]: api, [`${folder}/actions.test.ts`]: test })).toEqual([])
  const untold = test.replace('tryouts', 'others')
  expect(says(law, { ...rest, [`${folder}/api.ts`]: api, [`${folder}/actions.test.ts`]: untold })).toEqual([
    expect.stringContaining('begin is in no test'),
  ])
})
