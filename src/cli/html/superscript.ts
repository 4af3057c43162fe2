/** Raised and lowered signs in plain text: 10⁵, H₂O; where a sign has no such form, ^(…) and _(…) say the same. */
const raised = new Map([...'0123456789+-=()ni'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][at]]))
const lowered = new Map(
  [...'0123456789+-=()aehijklmnoprstuvx'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][at]]),
)

/** The text of a `<sup>` or `<sub>`, or undefined when some sign of it has no such form. */
export const shifted = (text: string, kind: 'sup' | 'sub'): string | undefined => {
  const forms = kind === 'sup' ? raised : lowered
  const signs = [...text.trim()].map((sign) => forms.get(sign))
  return signs.every((sign) => sign !== undefined) ? signs.join('') : undefined
}
