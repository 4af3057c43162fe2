/** For what a site handles data, of what kind, and on which bases it may: the fixed half of the record of processing. */
import { z } from 'zod'

/** What the site does with data, in the order of the record. */
export const purposes = ['community', 'sign-in', 'letters', 'library', 'safeguarding'] as const
/** One of them. */
export type Purpose = (typeof purposes)[number]

/** The bases of Article 6(1) that a controller may choose: points a, b, c, e and f. */
export const bases = ['consent', 'contract', 'legal-duty', 'public-task', 'legitimate'] as const
/** One of them. */
export type Basis = (typeof bases)[number]

/** Which modules hold the data of a purpose. */
export const heldBy: Readonly<Record<Purpose, readonly string[]>> = {
  community: ['community', 'dialogue', 'challenge', 'exchange', 'meeting'],
  'sign-in': ['people', 'rights'],
  letters: ['notification'],
  library: ['library'],
  safeguarding: ['safeguarding'],
}

/** A basis as it was signed. */
export interface Signed {
  readonly purpose: Purpose
  readonly basis: Basis
  readonly signed_name: string
  readonly at: Date
}

/** Who answers for the site, as its administrators wrote it down. */
export interface Controller {
  readonly name: string
  readonly contact: string
  /** The data-protection officer. */
  readonly officer: string
  /** Those who answer together with the controller (Art. 26). */
  readonly joint: string
  /** Who runs the machine for the controller (Art. 28). */
  readonly host: string
  /** Where one may complain. */
  readonly authority: string
}

const written = z.string().trim().max(300, 'controller.long').optional().default('')

export const controllerForm = z.object({
  name: written,
  contact: written,
  officer: written,
  joint: written,
  host: written,
  authority: written,
})

export const basisForm = z.object({
  purpose: z.enum(purposes, { error: 'basis.choose' }),
  basis: z.enum(bases, { error: 'basis.choose' }),
  name: z.string({ error: 'basis.name' }).trim().min(1, 'basis.name').max(120, 'basis.name'),
})

/** What stands in the settings; empty where nothing does. */
export const controllerIn = (kept: unknown): Controller => {
  const read = controllerForm.safeParse(kept ?? {})
  return read.success ? read.data : controllerForm.parse({})
}
