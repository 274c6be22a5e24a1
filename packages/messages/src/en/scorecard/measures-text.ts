import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

/** Text around the figures of the measures page. */
export const measuresText = {
  title: (availableCount: number, all: number) => `${n(availableCount)} of ${n(all)} indicators available.`,
  lead: (counted: string, rules: string) =>
    `${counted.charAt(0).toUpperCase()}${counted.slice(1)}, rule version ${rules}. Without evidence an indicator is unknown, never 0 or 100%.`,
  table: 'Measures and indicators',
  columns: { indicator: 'Indicator', value: 'Now', trend: 'Last half-years', state: 'Status', change: 'Change' },
  states: {
    done: 'Complete',
    open: 'Open',
    late: 'Overdue',
    rise: 'Investigate',
    unknown: 'Unknown',
    hidden: 'Hidden',
  },
  describe: (name: string, values: string) => `${name}, earlier half-years and now: ${values}`,
  onlyOpen: (indicators: number) => `Only open, ${n(indicators)}`,
  everyone: 'Show all',
  cases: 'Requests by group',
  ownedBy: (owner: string) => `Owner: ${owner}`,
  ownedWithGap: (owner: string, unknown: number, all: number) => `Owner: ${owner}; ${n(unknown)} of ${n(all)} unknown`,
  evidenceOf: (text: string) => `Evidence: ${text}`,
  latest: (evidence: string, day: string) => `${evidence}; last ${day}`,
  fresh: (months: number) =>
    months === 1
      ? 'Unknown once the latest entry is more than a month old.'
      : `Unknown once the latest entry is more than ${n(months)} months old.`,
  sealed: 'Sealed with the half-year.',
  today: (value: string) => `Sealed with the half-year. Today the registers give: ${value}`,
  suspect: 'Add a suspected incident',
}
