/** What is sent: the numbers of a fact, its kind and its time; never words, names or who did it. */

/** What a delivery tells. */
export interface Told {
  readonly message: string
  readonly kind: string
  readonly happened_at: Date
  readonly subject_kind: string
  readonly subject_id: number
  readonly community_id: number | null
}

/** The body as JSON. `url` only when everybody may open the page: others bear the name of a community. */
export const bodyOf = (told: Told, url: string | undefined): string =>
  JSON.stringify({
    id: told.message,
    kind: told.kind,
    at: told.happened_at.toISOString(),
    subject: { kind: told.subject_kind, id: told.subject_id },
    community: told.community_id,
    ...(url ? { url } : {}),
  })
