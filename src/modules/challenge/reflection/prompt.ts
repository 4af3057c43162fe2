/** What a reflection asks: the four competences of reflective practitioners, and what one would dare now. */

/** The prompts in their order: provisional solutions, meeting the other, co-constructing, acting for change, daring. */
export const prompts = ['provisional', 'meeting', 'together', 'change', 'dare'] as const
/** A prompt. */
export type Prompt = (typeof prompts)[number]

/** An answer to each prompt; empty where nothing was said. */
export type Answers = Readonly<Record<Prompt, string>>

/** Whether anything was said at all. */
export const saysSomething = (answers: Answers): boolean => prompts.some((prompt) => answers[prompt].trim() !== '')
