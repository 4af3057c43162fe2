/** What the browser says about words begun: handed to it in this order, in the reader's language. */
export const sayings = [
  'away',
  'awayOpen',
  'needs',
  'waits',
  'waitsHere',
  'takeBack',
  'sent',
  'see',
  'refused',
  'yours',
  'door',
  'signIn',
  'unsure',
  'kept',
  'afresh',
  'back',
  'other',
  'nowhere',
  'leave',
  'forget',
] as const

export type Saying = (typeof sayings)[number]

/** Stands between them; nobody writes it. */
export const BETWEEN = '|'
