import { shownPeople } from '@wayproof/survey/disclosure/shown-share'
import { caseStep } from './case-gate.ts'

/** Dimensions by which requests and complaints are counted. */
export const CASE_MARGINS = ['kind', 'regime', 'channel'] as const
export type CaseMargin = (typeof CASE_MARGINS)[number]

/** Kind, law (`none` for an enquiry) and channel of cases. */
export type CaseCell = Readonly<Record<CaseMargin, string>> & { readonly people: number }

export interface CaseGroup {
  readonly margin: CaseMargin
  readonly category: string
  /** Rounded down. */
  readonly people: number
}

/**
 * The groups of each margin that have enough cases, in rounded numbers. Groups without and with few cases are left out
 * alike; pairs of margins and the total would tell more about the groups left out.
 */
export function caseGroups(cells: readonly CaseCell[], smallestGroup: number): readonly CaseGroup[] {
  const step = caseStep(smallestGroup)
  return CASE_MARGINS.flatMap((margin) =>
    [...Map.groupBy(cells, (cell) => cell[margin])]
      .map(([category, inGroup]) => ({
        ...{ margin, category },
        people: shownPeople(
          inGroup.reduce((sum, { people }) => sum + people, 0),
          step,
        ),
      }))
      .filter(({ people }) => people > 0)
      .toSorted((one, other) => (one.category < other.category ? -1 : 1)),
  )
}
