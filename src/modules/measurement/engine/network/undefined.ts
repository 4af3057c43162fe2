/** Why a figure of a network is undefined, one sentence for each. */
import { counted, type Note, note } from '../note.ts'
import type { NetworkFigures, Person } from './measure.ts'

/** A reason for every null in the figures. */
export const whyUndefined = (
  figures: Omit<NetworkFigures, 'notes' | 'perNode'>,
  perNode: readonly Person[],
  grouped: boolean,
): Note[] => {
  const { nodes, edges, directed, reciprocity, centralization, modularity, ei, corePeriphery } = figures
  const because: [string, number | null, string][] = [
    ['density', figures.density, 'There is no pair of people.'],
    ['reciprocity.arc', reciprocity.arc, directed ? 'There are no ties.' : 'Without directions nothing is returned.'],
    [
      'reciprocity.dyadic',
      reciprocity.dyadic,
      directed ? 'There are no ties.' : 'Without directions nothing is returned.',
    ],
    ['centralization.degree', centralization.degree, 'It takes three people to have a middle.'],
    ['centralization.in', centralization.in, directed ? 'There is one person.' : 'Ties have no direction here.'],
    ['centralization.out', centralization.out, directed ? 'There is one person.' : 'Ties have no direction here.'],
    ['centralization.betweenness', centralization.betweenness, 'It takes three people to stand between two.'],
    ['transitivity', figures.transitivity, 'Nobody is tied to two people.'],
    ['modularity.q', modularity.q, 'There are no ties.'],
    ['modularity.communities', modularity.communities, 'There are no ties.'],
    ['modularity.givenPartitionQ', modularity.givenPartitionQ, grouped ? noTies : noGroup],
    ['ei.value', ei.value, grouped ? noTies : noGroup],
    ['ei.expected', ei.expected, grouped ? 'No two people have a group.' : noGroup],
    ['corePeriphery.r', corePeriphery.r, edges === 0 ? 'There are no ties.' : 'All cores fit alike: nothing varies.'],
  ]
  const reasons = because.flatMap(([about, value, says]) => (value === null ? [note(about, `Undefined: ${says}`)] : []))
  const alone = perNode.filter((person) => person.closeness === null).length
  if (alone > 0 && nodes > 0)
    reasons.push(
      note(
        'perNode',
        `Closeness of ${counted(alone, 'person', 'people')} undefined: nobody is reached. networkx writes 0.`,
      ),
    )
  return reasons
}

const noGroup = 'No group was given: --nodes and --group.'
const noTies = 'No tie has a group at both of its ends.'
