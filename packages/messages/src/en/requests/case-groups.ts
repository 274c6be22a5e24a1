import type { CaseMargin } from '@wayproof/scorecard'
import { requests } from './requests.ts'
import { rights } from './rights.ts'

const margins: Record<CaseMargin, string> = { kind: 'Kind', regime: 'Law', channel: 'Channel' }

const NAMES: Record<CaseMargin, Readonly<Record<string, string>>> = {
  kind: rights.kinds,
  regime: { ...requests.laws, none: 'None' },
  channel: requests.channels,
}

/** Numbers of requests and complaints by group. */
export const caseGroups = {
  title: 'Requests and complaints of the half-year',
  margins,
  category: (margin: CaseMargin, code: string) => NAMES[margin][code] ?? code,
  people: 'People',
  running: 'Shown when the half-year ends, because daily changes could reveal single requests.',
  note: (k: number) =>
    `Counts are rounded down to multiples of ${k}. Groups of fewer than ${k}, or that could reveal one, are hidden here and in the file.`,
}
