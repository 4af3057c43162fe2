/** The words of the impact assessment in every language. */
import { defineWords } from '../../../../platform/words/words.ts'
import de from './words.de.json' with { type: 'json' }
import en from './words.en.json' with { type: 'json' }
import nl from './words.nl.json' with { type: 'json' }
import pt from './words.pt.json' with { type: 'json' }
import sk from './words.sk.json' with { type: 'json' }

export const words = defineWords({ en, pt, nl, de, sk })
