// Protections: each line of how children and their words are protected is told by a test that bears its number.
import type { Law } from './law.ts'
import { isCode, isTest } from './places.ts'

const LIST = 'checks/protections.json'
// `'D24, D25: …` at the beginning of a test's or a story's name.
const NAMES =
  /(?:test|it|describe)(?:\.\w+)?\(\s*['"`](D\d+(?:, D\d+)*):|\](?: as const)?\)\(\s*['"`](D\d+(?:, D\d+)*):/g

export const law: Law = {
  name: 'protections',
  look: (tree) => {
    const listed = tree.has(LIST) ? (JSON.parse(tree.text(LIST)) as Record<string, string>) : {}
    const told = new Set<string>()
    const findings = tree.files
      .filter((path) => isTest(path) && isCode(path))
      .flatMap((file) =>
        [...tree.text(file).matchAll(NAMES)].flatMap(([, one, other]) =>
          (one ?? other ?? '').split(', ').flatMap((number) => {
            told.add(number)
            return number in listed ? [] : [{ file, says: `${number} stands in no line of ${LIST}` }]
          }),
        ),
      )
    const silent = Object.entries(listed)
      .filter(([number]) => !told.has(number))
      .map(([number, line]) => ({ file: LIST, says: `no test is called “${number}: …”: tell that ${line}` }))
    return { findings: [...findings, ...silent], seen: { lines: Object.keys(listed).length, numbers: told.size } }
  },
}
