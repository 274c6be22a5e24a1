import type { CaseMargin } from '@wayproof/scorecard/cases/case-groups'
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
  people: 'Number',
  running: 'Published once the half-year has ended, because daily changes could reveal single requests.',
  note: (step: number) =>
    `Numbers are rounded down to multiples of ${step}. Groups with fewer than ${step} or none are not listed, here and in the file.`,
}
