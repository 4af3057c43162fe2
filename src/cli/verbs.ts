/** The list of verbs, grouped as the help shows them. Each is read only when it is typed: some bring whole rooms along. */
import type { Verb } from './verb.ts'

/** A verb's place in the list: its name, a line about it, and where it is. */
export interface Listed {
  readonly name: string
  readonly does: string
  readonly load: () => Promise<Verb>
}

export const groups: Readonly<Record<string, readonly Listed[]>> = {
  'Look after it': [
    {
      name: 'doctor',
      does: 'examine the site: database, disk, mail, clock, versions, queue, search',
      load: async () => (await import('./doctor.ts')).doctorVerb,
    },
    {
      name: 'mail bounce',
      does: 'take what a mail server sends back, so that an address that fails is written to no more',
      load: async () => (await import('./mail-bounce.ts')).mailBounceVerb,
    },
    {
      name: 'migrate',
      does: 'bring the database to the form of this version (npm start does so, too)',
      load: async () => (await import('./migrate.ts')).migrateVerb,
    },
  ],
  People: [
    {
      name: 'person create',
      does: 'let somebody in: prints a link that signs in once, or sets a password',
      load: async () => (await import('./person-create.ts')).personCreateVerb,
    },
    {
      name: 'person list',
      does: 'show who may come in',
      load: async () => (await import('./person-list.ts')).personListVerb,
    },
    {
      name: 'person reset',
      does: 'let somebody in again by a new link; their password and their sessions end',
      load: async () => (await import('./person-reset.ts')).personResetVerb,
    },
  ],
  'Those who left': [
    {
      name: 'erasure list',
      does: 'show who was erased, to be kept beside the backups',
      load: async () => (await import('./erasures.ts')).erasureListVerb,
    },
    {
      name: 'erasure replay',
      does: 'after a restore: erase again whoever was erased since',
      load: async () => (await import('./erasures.ts')).erasureReplayVerb,
    },
  ],
  'Programs that act for people': [
    {
      name: 'token create',
      does: 'make a token by which a program acts for a person, and print it once',
      load: async () => (await import('./token-create.ts')).tokenCreateVerb,
    },
    {
      name: 'token list',
      does: 'show the tokens of programs',
      load: async () => (await import('./token-list.ts')).tokenListVerb,
    },
    {
      name: 'token revoke',
      does: 'end a token at once',
      load: async () => (await import('./token-revoke.ts')).tokenRevokeVerb,
    },
  ],
  Measure: [
    {
      name: 'measure network',
      does: 'density, reciprocity, communities and core of who is tied to whom',
      load: async () => (await import('./measure/network.ts')).measureNetworkVerb,
    },
    {
      name: 'measure scale',
      does: 'mean, alpha, item figures and agreement of a scale',
      load: async () => (await import('./measure/scale.ts')).measureScaleVerb,
    },
    {
      name: 'measure change',
      does: 'change between waves: effect sizes, t, Wilcoxon, reliable change',
      load: async () => (await import('./measure/change.ts')).measureChangeVerb,
    },
    {
      name: 'measure equity',
      does: 'how fairly turns are shared: Gini, evenness, voice of groups',
      load: async () => (await import('./measure/equity.ts')).measureEquityVerb,
    },
  ],
  'What is in it': [
    {
      name: 'search',
      does: 'find what a visitor, or a person, would find on the page',
      load: async () => (await import('./search.ts')).searchVerb,
    },
    {
      name: 'import forum',
      does: 'bring a discussion archive in as public threads',
      load: async () => (await import('./import-forum.ts')).importForumVerb,
    },
    {
      name: 'load',
      does: 'fill a test site with a corpus, to measure it',
      load: async () => (await import('./load.ts')).loadVerb,
    },
  ],
}
