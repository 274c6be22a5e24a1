import type { TracedRow } from '../sample/traced-row.ts'

/** Register rows behind a figure, the first `counted` of them in its numerator. */
export const tracedRows = (count: number, counted: number): readonly TracedRow[] =>
  Array.from({ length: count }, (_, at) => {
    const key = `row-${String(at).padStart(2, '0')}`
    const places = [{ register: 'partners', key }]
    return { key, label: `Partner ${at}`, numerator: at < counted ? 1 : 0, denominator: 1, places }
  })
