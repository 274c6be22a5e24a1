import type { Locale } from '@wayproof/kernel'
import type { Messages } from '@wayproof/messages'
import type { VerdictOf } from '@wayproof/scorecard'
import type { Funnel, Response, SealedPlan } from '@wayproof/survey'

/** How a wave was made, as a page and as a file: names with values, tables and sentences, in one language. */
export interface MethodReport {
  readonly locale: Locale
  readonly title: string
  readonly lead: string
  /** Where the company is made up, a sentence that says so. */
  readonly sample: string | null
  readonly sections: readonly MethodReportSection[]
}

export interface MethodReportSection {
  readonly title: string
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
  /** A row with fewer cells than heads has its last one over the rest. */
  readonly rows: readonly (readonly string[])[]
  /** Columns of numbers, by place. */
  readonly numbers: readonly number[]
}

/** All that a method report is written from. */
export interface MethodReportSource {
  readonly organisation: { readonly name: string; readonly contactEmail: string }
  readonly funnel: Funnel
  readonly response: Response | null
  readonly plan: SealedPlan
  /** Null where the half-year cannot be judged: then nothing is said of results. */
  readonly verdict: VerdictOf<'customer-satisfaction'> | null
  readonly locale: Locale
  readonly words: Messages
  /** The organization's, as an IANA name. */
  readonly timeZone: string
  readonly dayOf: (at: number) => string
}

export const fact = (name: string, value: string, sealed = false): MethodReportFact => ({ name, value, sealed })

export const section = (title: string, parts: Partial<Omit<MethodReportSection, 'title'>>): MethodReportSection => ({
  title,
  facts: [],
  tables: [],
  notes: [],
  ...parts,
})
