import { LOCALES } from '@wayproof/kernel/people/locale'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { wordingIn } from '../questionnaire/survey-text.ts'
import { localTexts, translatedInto } from './local-texts.ts'

/** A text that differs between two versions; null on the side that does not have it. */
export interface TextDifference {
  /** `stem`, or the ID of an item or scale with the place inside: `items.contacted.options.1`, `scales.sat5.points.0`. */
  readonly at: string
  readonly language: string
  readonly before: string | null
  readonly after: string | null
}

/** The texts that differ between two versions, matched by the IDs of items and scales, in the order of the later one. */
export function textDifferences(before: Questionnaire, after: Questionnaire): readonly TextDifference[] {
  const earlier = textsById(before)
  const later = textsById(after)
  const languages = [...LOCALES, ...translatedInto([before, after])]
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((at) => {
    const [from, to] = [earlier.get(at), later.get(at)]
    return languages.flatMap((language) => {
      const texts = { before: from ? wordingIn(from, language) : null, after: to ? wordingIn(to, language) : null }
      return texts.before === texts.after ? [] : [{ at, language, ...texts }]
    })
  })
}

function textsById({ items, scales, stem }: Questionnaire) {
  const parts = { stem, items: Object.fromEntries(items.map((item) => [item.id, item])), scales }
  return new Map(localTexts(parts).map(({ path, text }) => [path, text]))
}
