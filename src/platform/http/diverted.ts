/** What was sent is kept, but not where it was sent to: the answer is another page. */

/** Thrown by an act whose words wait elsewhere; every door answers with that page, programs with its address. */
export class Diverted extends Error {
  readonly href: string

  constructor(href: string) {
    super('Kept elsewhere')
    this.href = href
  }
}
