/** What can be cited, in the fields of CSL-JSON that the library keeps. */

/** A person by the parts of the name, or whoever is named as a whole: an institution, a community, a wish. */
export interface CitedName {
  readonly family?: string
  readonly given?: string
  readonly suffix?: string
  readonly 'non-dropping-particle'?: string
  readonly 'dropping-particle'?: string
  readonly literal?: string
}

/** A day, a month or a year, as far as it is known: `[[2026, 11, 24]]`; others may have a date in words alone. */
export interface CitedDate {
  readonly 'date-parts'?: readonly (readonly number[])[]
}

/** A reference as CSL-JSON keeps it. `type` is one of CSL's, such as `article-journal`. */
export interface Reference {
  readonly id?: string
  readonly type: string
  readonly title: string
  readonly author?: readonly CitedName[]
  readonly editor?: readonly CitedName[]
  readonly issued?: CitedDate
  readonly 'container-title'?: string
  readonly volume?: string
  readonly issue?: string
  readonly number?: string
  readonly page?: string
  readonly edition?: string
  readonly version?: string
  readonly genre?: string
  readonly publisher?: string
  readonly 'publisher-place'?: string
  readonly ISBN?: string
  readonly DOI?: string
  readonly URL?: string
  readonly language?: string
  readonly note?: string
}

/** A reference with the name it has in its file: the address (slug) of its entry. */
export type CitedItem = Reference & { readonly id: string }

/** The address of a reference: its DOI when it has one. */
export const addressOf = (reference: Reference): string | undefined =>
  reference.DOI ? `https://doi.org/${reference.DOI}` : reference.URL
