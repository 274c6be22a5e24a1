/** Display of a numeric cell: a number, or a moment down to the finest unit of the format. */
export interface NumberFormat {
  readonly shows: 'number' | 'year' | 'month' | 'day' | 'time'
  /** Number of digits padded with zeros: 5 for `00000`. */
  readonly digits: number
}

export const GENERAL: NumberFormat = { shows: 'number', digits: 0 }

/**
 * Built-in date formats, ECMA-376 part 1, 18.8.30. Numbers 27 to 36 and 50 to 58 differ by country; these are those of
 * mainland China.
 */
const BUILT_IN: Readonly<Record<NumberFormat['shows'], readonly number[]>> = {
  number: [],
  year: [],
  month: [17, 27, 36, 50, 52, 57],
  day: [14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58],
  time: [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56],
}

/**
 * Parts of a format that contain letters but are no date parts: texts, escapes, fill characters, colors, conditions,
 * currencies.
 */
const NOT_PARTS = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^[\]]*\]|general|am\/pm|a\/p|e[+-]/gi

/** Parses a number format of `styles.xml`; `code` is its text if the workbook defines one. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    const shows = (['month', 'day', 'time'] as const).find((each) => BUILT_IN[each].includes(id))
    return shows ? { shows, digits: 0 } : GENERAL
  }
  const [first = ''] = code.replace(NOT_PARTS, '').toLowerCase().split(';')
  const has = (letters: RegExp) => letters.test(first)
  if (has(/d/)) return { shows: 'day', digits: 0 }
  if (has(/[ye]/)) return { shows: has(/m/) ? 'month' : 'year', digits: 0 }
  if (has(/[hs]/)) return { shows: 'time', digits: 0 }
  if (has(/m/)) return { shows: 'month', digits: 0 }
  return { shows: 'number', digits: /^0+$/.test(first) ? first.length : 0 }
}
