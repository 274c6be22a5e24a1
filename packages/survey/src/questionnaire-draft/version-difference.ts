import { LOCALES, type Locale } from '@wayproof/kernel'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { localTexts } from './local-texts.ts'

/** A text that differs between two versions; null on the side that does not have it. */
export interface TextDifference {
  /** `stem`, or the ID of an item or scale with the place inside: `items.contacted.options.1`, `scales.sat5.points.0`. */
  readonly at: string
  readonly locale: Locale
  readonly before: string | null
  readonly after: string | null
}

/** The texts that differ between two versions, matched by the IDs of items and scales, in the order of the later one. */
export function textDifferences(before: Questionnaire, after: Questionnaire): readonly TextDifference[] {
  const earlier = textsById(before)
  const later = textsById(after)
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((at) =>
    LOCALES.flatMap((locale) => {
      const texts = { before: earlier.get(at)?.[locale] ?? null, after: later.get(at)?.[locale] ?? null }
      return texts.before === texts.after ? [] : [{ at, locale, ...texts }]
    }),
  )
}

function textsById({ items, scales, stem }: Questionnaire) {
  const parts = { stem, items: Object.fromEntries(items.map((item) => [item.id, item])), scales }
  return new Map(localTexts(parts).map(({ path, text }) => [path, text]))
}
