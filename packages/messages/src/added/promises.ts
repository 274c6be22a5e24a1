import type { Locale } from '@wayproof/kernel/people/locale'
import { sentencesAsData } from './sentence-shape.ts'

/** Sentences that say what is kept, who sees it and when it is deleted, by their path or its beginning. */
const PROMISES = [
  'survey.autosave.about',
  'survey.draft.text',
  'survey.draft.dropText',
  'survey.trust',
  'survey.thanks.after',
  'survey.thanks.copyHint',
  'survey.receipts.corrected.text',
  'survey.receipts.withdrawText',
  'survey.receipts.withdrawn.text',
  'dataNotice',
  'rights.enquiry.text',
  'rights.enquiry.emailHint',
  'letters.survey.kept',
  'letters.survey.personal',
] as const

const FIELD = 'sentence:'

export interface ChangedPromise {
  /** Names the line in an approval. */
  readonly field: string
  /** The sentence of the product that it translates. */
  readonly original: string
}

/** The changed lines of an approval that make a promise about privacy, with the original of each. */
export function changedPromises(
  differences: readonly { readonly field: string; readonly after: string | null }[],
  locale: Locale,
): readonly ChangedPromise[] {
  const lines = differences.filter(({ field, after }) => after !== null && field.startsWith(FIELD))
  if (lines.length === 0) return []
  const { texts } = sentencesAsData(locale)
  return lines.flatMap(({ field }) => {
    const path = field.slice(FIELD.length)
    const original = texts.get(path)
    const isPromise = PROMISES.some((start) => path === start || path.startsWith(`${start}.`))
    return isPromise && original !== undefined ? [{ field, original }] : []
  })
}
