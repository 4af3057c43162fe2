/** In which way something is said: plainly, as a wondering, as something tried, or as something learned from somewhere. */

/** The ways that forms offer. The database keeps any; one that is not known here is shown as plainly said. */
export const manners = ['said', 'wonder', 'tried', 'learned'] as const
export type Manner = (typeof manners)[number]

/** The way that a kept word names. */
export const mannerOf = (kept: string): Manner => manners.find((one) => one === kept) ?? 'said'
