import type { TravelerSentences } from '../traveler-sentences.ts'

/**
 * Kinds of arguments of a sentence. `numbers` is a list, of which a pattern gets the length and the listing;
 * `number-or-none` makes two sentences, without and with the number.
 */
export type ArgumentKind = 'text' | 'number' | 'numbers' | 'number-or-none'

type KindOf<A> = A extends readonly number[]
  ? 'numbers'
  : null extends A
    ? 'number-or-none'
    : A extends number
      ? 'number'
      : 'text'

type Leaf<Path extends string, Arguments extends readonly unknown[]> = Arguments extends readonly []
  ? never
  : readonly [Path, { readonly [I in keyof Arguments]: KindOf<Arguments[I]> }]

type Keys<T> = T extends readonly unknown[] ? keyof T & `${number}` : keyof T & string

type Leaves<T, Path extends string = ''> = T extends string
  ? never
  : T extends (...given: infer A extends readonly unknown[]) => unknown
    ? Leaf<Path, A>
    : { [K in Keys<T>]: Leaves<T[K], Path extends '' ? K : `${Path}.${K}`> }[Keys<T>]

type KindsByPath = { readonly [L in Leaves<TravelerSentences> as L[0]]: L[1] }

/** The arguments of every sentence that has any, by its path. A sentence that this list lacks is a type error. */
export const ARGUMENTS: KindsByPath = {
  'survey.lead': ['number'],
  'survey.requiredOnly': ['numbers'],
  'survey.draft.text': ['text'],
  'survey.chosenInEmail': ['text'],
  'survey.chooseUpTo': ['number'],
  'survey.ends': ['text', 'text'],
  'survey.onlyIfNot': ['text', 'number'],
  'survey.onlyIf': ['text', 'number'],
  'survey.longest': ['number'],
  'survey.trust.whoText': ['text'],
  'survey.trust.seenText': ['number'],
  'survey.trust.rightsText': ['text'],
  'survey.errors.inSummary': ['number-or-none'],
  'survey.errors.besideQuestion': ['text'],
  'survey.errors.tooMany': ['number'],
  'survey.errors.notTogether': ['text'],
  'survey.errors.tooLong': ['number', 'number'],
  'survey.thanks.use': ['text'],
  'survey.receipts.until': ['text'],
  'survey.errorId': ['text'],
  'dataNotice.lead': ['text'],
  'dataNotice.version': ['text'],
  'dataNotice.whoText': ['text'],
  'dataNotice.months': ['number'],
  'dataNotice.rows.traveler.1': ['text'],
  'dataNotice.rows.letter.1': ['text'],
  'dataNotice.rows.answer.1': ['text'],
  'dataNotice.rows.request.1': ['text'],
  'dataNotice.rows.record.1': ['text'],
  'dataNotice.abroadText': ['number', 'text'],
  'dataNotice.nobodyAbroad': ['text'],
  'rights.enquiry.rather': ['text'],
  'rights.form.aboutHint': ['text'],
  'rights.form.tooLong': ['number', 'number'],
  'accessibility.lead': ['text'],
  'letters.contact': ['text', 'text'],
  'letters.survey.subject': ['text'],
  'letters.survey.reminderSubject': ['text'],
  'letters.survey.lastReminderSubject': ['text'],
  'letters.survey.kicker': ['text'],
  'letters.survey.why': ['text'],
  'letters.survey.remindedLast': ['text'],
  'letters.survey.testSubject': ['text'],
  'letters.survey.check': ['text'],
  'letters.survey.effort': ['text'],
  'letters.survey.kept': ['number'],
  'halfYears.first': ['text'],
  'halfYears.second': ['text'],
}
