/** A definition says which of the many forms of a figure is meant, and how far it carries. */

/** Everything that a reader needs to recompute a figure. Each field is plain text, one sentence or one formula. */
export interface Definition {
  /** The path of the figure in the output: `density`, `centralization.betweenness`. */
  readonly figure: string
  /** The name of the definition: "Freeman degree centralization, undirected". */
  readonly name: string
  readonly formula: string
  /** Who defined it, and where. */
  readonly source: string
  readonly range: string
  /** What the figure says about people. */
  readonly says: string
  /** What it must not be taken for. */
  readonly cannotSay: string
  /** A worked example that a reader can follow with a pencil. */
  readonly example: string
}

/** The figure at a path of a result: a number, a text, or null when it is undefined; `undefined` when there is none. */
export const figureAt = (result: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[key] : undefined),
      result,
    )
