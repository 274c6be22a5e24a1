import { ACCOUNTS } from './account-masks.ts'
import { ADDRESSES } from './address-masks.ts'
import { LINKS } from './link-masks.ts'
import { MASKS, type Mask, masked, put } from './mask.ts'
import { NAMES } from './name-masks.ts'
import { withoutNumbers } from './number-masks.ts'

/** Characters that show nothing and would hide a number from the patterns. */
const INVISIBLE = /(?![\u200d\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu
const JOINERS = /(?<=[\p{L}\p{N}@.])\u200d|\u200d(?=[\p{L}\p{N}@.])/gu

/**
 * A comment with what could name somebody masked: web addresses, e-mail addresses, accounts, street addresses, names beside
 * a title or where a name is announced, and long numbers however they are written. Errs towards masking. It knows patterns,
 * not people: a name without a title stays, and so does what a story tells of its writer.
 */
export function maskedComment(text: string): string {
  const visible = text.replace(INVISIBLE, '').replace(JOINERS, '')
  return withoutNumbers(masked(visible, [...LINKS, ...ACCOUNTS, ...ADDRESSES, ...NAMES]))
}

/** A masked comment in pieces, to be shown. */
export function maskedParts(text: string): readonly ({ readonly text: string } | { readonly mask: Mask })[] {
  return text
    .split(/(⟦(?:link|email|account|address|name|number)⟧)/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const mask = MASKS.find((each) => piece === put(each))
      return mask ? { mask } : { text: piece }
    })
}
