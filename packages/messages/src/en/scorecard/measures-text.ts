import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

/** Text around the figures of the measures page. */
export const measuresText = {
  title: (known: number, all: number) => `${n(known)} of ${n(all)} indicators available.`,
  lead: (counted: string, rules: string) =>
    `${counted.charAt(0).toUpperCase()}${counted.slice(1)}, rule version ${rules}. Without evidence an indicator is unknown, never 0 or 100%.`,
  map: 'Clause map',
  mapColumns: {
    clause: 'Clause',
    owner: 'Owner',
    state: 'Goal',
    last: 'Last evidence',
    gap: 'Gap',
  },
  noGap: 'none',
  gap: (unknown: number, all: number) => `${n(unknown)} of ${n(all)} indicators unknown`,
  noEvidence: 'none yet',
  noGoal: 'no goal of its own',
  columns: { indicator: 'Indicator', value: 'Now', evidence: 'Evidence' },
  ownedBy: (owner: string) => `Owner: ${owner}`,
  latest: (evidence: string, day: string) => `${evidence}; last ${day}`,
  suspect: 'Add a suspected incident',
}
