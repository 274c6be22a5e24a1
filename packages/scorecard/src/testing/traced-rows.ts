import type { TracedRow } from '../sample/traced-row.ts'

/** Register rows behind a figure, the first `counted` of them in its numerator. */
export const tracedRows = (count: number, counted: number): readonly TracedRow[] =>
  Array.from({ length: count }, (_, index) => {
    const key = `row-${String(index).padStart(2, '0')}`
    const places = [{ register: 'partners', key }]
    return { key, label: `Partner ${index}`, numerator: index < counted ? 1 : 0, denominator: 1, places }
  })
