import { ACCOUNTS } from './account-masks.ts'
import { ADDRESSES } from './address-masks.ts'
import { LINKS } from './link-masks.ts'
import { MASKS, type Mask, masked, put } from './mask.ts'
import { NAMES } from './name-masks.ts'
import { withoutNumbers } from './number-masks.ts'

/** Invisible characters, which would hide a number from the patterns. */
const INVISIBLE = /(?![\u200d\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu
const JOINERS = /(?<=[\p{L}\p{N}@.])\u200d|\u200d(?=[\p{L}\p{N}@.])/gu

/**
 * Masks text that could identify a person: web, email and street addresses, accounts, names beside a title or after an
 * announcing word, and long numbers in any notation. When in doubt it masks. It knows patterns, not people: a name
 * without a title and the facts of a story remain.
 */
export function maskedComment(text: string): string {
  const visible = text.replace(INVISIBLE, '').replace(JOINERS, '')
  return withoutNumbers(masked(visible, [...LINKS, ...ACCOUNTS, ...ADDRESSES, ...NAMES]))
}

/** Splits a masked comment into text and masks for display. */
export function maskedParts(text: string): readonly ({ readonly text: string } | { readonly mask: Mask })[] {
  return text
    .split(/(⟦(?:link|email|account|address|name|number)⟧)/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const mask = MASKS.find((candidate) => piece === put(candidate))
      return mask ? { mask } : { text: piece }
    })
}
