/** What others know of shared things: ids, kinds, a row as pages and programs read it. */
import type { FileKind } from '../../../platform/files/kind.ts'

/** The number of a shared thing. */
export type ThingId = number

/** A link, a file, or a picture. */
export const thingKinds = ['link', 'file', 'picture'] as const
/** A kind of thing. */
export type ThingKind = (typeof thingKinds)[number]

/** Who may see a thing: everybody here, or the facilitators. */
export const thingCircles = ['community', 'facilitators'] as const

/** The kind under which facts and the address book name things. */
export const thingSubject = 'thing'

/** A thing as pages show it. One that was taken down has neither address nor bytes any more. */
export interface Thing {
  readonly id: ThingId
  readonly community_id: number
  readonly slug: string
  readonly place: string
  readonly kind: ThingKind
  readonly title: string
  readonly why: string
  readonly language: string
  readonly audience: string
  readonly author_id: number
  readonly author: string
  /** Whether a student shares it: no letter carries a student's name or words. */
  readonly by_student: boolean
  readonly shared_at: Date
  /** A student's, seen by the adults alone until one of them has looked. */
  readonly waits: boolean
  readonly address: string | null
  readonly file_key: string | null
  readonly file_kind: FileKind | null
  readonly bytes: number | null
  readonly alt: string | null
  readonly width: number | null
  readonly height: number | null
  readonly taken_down_at: Date | null
  readonly reason: string | null
  readonly reason_language: string | null
}
