// One line of the comparison: a figure of ours beside the same figure of an independent tool.

/** `within` says whether the difference is as small as it must be; `why` explains one that stays. */
export interface ReferenceRow {
  readonly set: string
  readonly figure: string
  readonly ours: number | null
  readonly reference: number | null
  readonly within: boolean
  readonly why?: string
}

/** The same definition: equal to 1e-9 of the size of the figure, or both without a value. */
export const same = (
  set: string,
  figure: string,
  ours: number | null,
  reference: number | null,
  why?: string,
): ReferenceRow => {
  const close =
    ours === null || reference === null
      ? ours === reference
      : Math.abs(ours - reference) <= 1e-9 * Math.max(1, Math.abs(reference))
  return { set, figure, ours, reference, within: close, ...(why === undefined ? {} : { why }) }
}

/** A search: as good as the best that others found, less `slack`. */
export const asGood = (
  set: string,
  figure: string,
  ours: number | null,
  best: number,
  slack: number,
): ReferenceRow => ({
  set,
  figure,
  ours,
  reference: best,
  within: ours !== null && ours >= best - slack,
  why: `a search: at least the best found, less ${slack}`,
})
