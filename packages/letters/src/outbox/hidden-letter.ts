import { HIDDEN_KINDS } from '@wayproof/journal/outbox/hidden-kinds'

/** SQL condition: the named letter is of a kind that no figure or state shows. */
export const isHiddenLetter = (letter: string): string =>
  `${letter}.kind IN (${HIDDEN_KINDS.map((kind) => `'${kind}'`).join(', ')})`
