/** The risks that every school meets here, and who answers for what is left of each: the fixed half of the assessment (Art. 35). */

/** What can go wrong for people, in the order of the template. */
export const risks = [
  'child-recognised',
  'wider-than-meant',
  'words-against',
  'special-data',
  'power',
  'foreign-sign-in',
  'lost-or-leaked',
  'kept-too-long',
  'host',
] as const

/** The criteria of WP248 rev.01 that a community of practice meets; two are enough for an assessment to be owed. */
export const criteria = ['vulnerable', 'sensitive', 'power', 'new'] as const
