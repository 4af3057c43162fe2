/** A community's address, made of its name. */
const special: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', þ: 'th' }

/** Letters, numbers and single hyphens, at most 60; never empty. */
export const slugOf = (name: string): string => {
  const folded = name
    .toLowerCase()
    .replace(/[ßæœøłđþ]/g, (letter) => special[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return folded || 'community'
}

/** The next address to try when one is taken: `reading`, `reading-2`, `reading-3`. */
export const nextSlug = (slug: string, attempt: number): string => (attempt <= 1 ? slug : `${slug}-${attempt}`)
