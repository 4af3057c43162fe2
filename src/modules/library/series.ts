/** Which group a concept of the shelf stands in. */
import type { Series } from './contract.ts'

const concepts = ['community-of-practice', 'inclusive-education', 'interprofessional-collaboration', 'students-agency']
const elements = ['domain', 'community', 'practice']
const competences = ['provisional-solutions', 'meeting-the-other', 'co-constructing-knowledge', 'acting-for-change']

/** The group of a concept, by its address. */
export const seriesOf = (slug: string): Series => {
  if (concepts.includes(slug)) return 'concept'
  if (slug.startsWith('dimension-')) return 'dimension'
  if (elements.includes(slug)) return 'element'
  return competences.includes(slug) ? 'competence' : 'value'
}
