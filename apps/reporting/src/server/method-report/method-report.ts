import type { Locale } from '@wayproof/kernel/people/locale'
import type { Messages } from '@wayproof/messages/en'
import type { AnsweredQuestion } from '@wayproof/scorecard/breakdown/answered-questions'
import type { VerdictOf } from '@wayproof/scorecard/verdict'
import type { ShownBlock } from '@wayproof/survey/disclosure/straight-lining'
import type { SealedPlan } from '@wayproof/survey/opening/sealed-plan'
import type { Response } from '@wayproof/survey/waves/response-rates'
import type { Funnel } from '@wayproof/survey/waves/wave'

/** The method of a wave in one language, for a page and a file: facts, tables and notes. */
export interface MethodReport {
  readonly locale: Locale
  readonly title: string
  readonly lead: string
  /** A notice that the data is sample data; null if it is not. */
  readonly sample: string | null
  readonly sections: readonly MethodReportSection[]
}

export interface MethodReportSection {
  readonly title: string
  /** Whether the page shows it folded; a print and a file show all. */
  readonly isFolded: boolean
  readonly facts: readonly MethodReportFact[]
  readonly tables: readonly MethodReportTable[]
  readonly notes: readonly string[]
}

export interface MethodReportFact {
  readonly name: string
  readonly value: string
  /** Fixed when the wave opened. */
  readonly sealed: boolean
}

export interface MethodReportTable {
  readonly caption: string
  readonly head: readonly string[]
  /** In a row with fewer cells than heads, the last cell spans the rest. */
  readonly rows: readonly (readonly string[])[]
  /** Indexes of the columns with numbers. */
  readonly numbers: readonly number[]
}

/** Everything that a method report is written from. */
export interface MethodReportSource {
  readonly organisation: { readonly name: string; readonly contactEmail: string }
  readonly funnel: Funnel
  readonly response: Response | null
  readonly plan: SealedPlan
  /** Null if the half-year cannot be judged; then the report has no results. */
  readonly verdict: VerdictOf<'customer-satisfaction'> | null
  /** Published shares of the questions that are not ratings. */
  readonly answered: readonly AnsweredQuestion[]
  /** Blocks of an unlinked wave; empty if it was not counted. */
  readonly straightLining: readonly ShownBlock[]
  readonly locale: Locale
  readonly words: Messages
  /** IANA name of the organization's time zone. */
  readonly timeZone: string
  readonly dayOf: (at: number) => string
}

export const fact = (name: string, value: string, sealed = false): MethodReportFact => ({ name, value, sealed })

export const section = (title: string, content: Partial<Omit<MethodReportSection, 'title'>>): MethodReportSection => ({
  title,
  isFolded: false,
  facts: [],
  tables: [],
  notes: [],
  ...content,
})
