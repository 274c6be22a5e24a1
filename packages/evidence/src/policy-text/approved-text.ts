import { isControl } from './furniture-label.ts'
import { type LetterText, LetterTextBuilder, withoutMarkers } from './letter-text.ts'
import { lettersOf } from './letters.ts'
import { listMarker } from './list-marker.ts'
import { withoutMarkdown } from './without-markdown.ts'

/** Shorter paragraphs could match anywhere, so they are joined with the next one. */
const SHORTEST = 12
/** Longest line, in letters, that may be a section heading. */
const LONGEST_HEADING = 120

/** A paragraph of an approved text, as written and as letters, with and without list numbers. */
export interface Paragraph {
  readonly written: string
  readonly letters: string
  readonly unnumbered: string
}

/** An approved text prepared for comparison with pages. */
export interface ApprovedReading extends LetterText {
  /** Start positions of its non-empty lines. */
  readonly lineStarts: readonly number[]
  readonly paragraphs: readonly Paragraph[]
  /** Letters of lines that may be headings, without numbers; a table of contents repeats them. */
  readonly headings: ReadonlySet<string>
}

export function readApproved(text: string): ApprovedReading {
  const builder = new LetterTextBuilder(Number.POSITIVE_INFINITY)
  const lines: Line[] = []
  const headings = new Set<string>()
  for (const written of withoutMarkdown(text).split(/[\r\n\u2028\u2029\f]+/)) {
    const from = builder.length
    builder.addLine(written, true)
    if (builder.length === from) continue
    lines.push({ written: written.trim(), from, to: builder.length })
    if (isControl(written)) builder.skip(from, { kind: 'furniture', to: builder.length })
    for (const heading of headingsOf(written)) headings.add(heading)
  }
  const { letters, skips } = builder
  const lineStarts = lines.map(({ from }) => from)
  return { letters, skips, lineStarts, paragraphs: paragraphsOf({ letters, skips }, lines), headings }
}

/** A line with at least one letter. */
interface Line {
  readonly written: string
  readonly from: number
  readonly to: number
}

/**
 * Possible entries of a table of contents for the section that a line begins: the line, or its words before the first
 * full stop.
 */
function headingsOf(line: string): readonly string[] {
  const rest = line.slice(listMarker(line)?.length ?? 0).trim()
  const first = /^[^:：.。?？]{1,120}[:：.。?？]/u.exec(rest)?.[0]
  const whole = rest.length <= LONGEST_HEADING && !/[。；;，,.]$/u.test(rest) ? [lettersOf(rest)] : []
  return [...whole, ...(first ? [lettersOf(first)] : [])].filter((letters) => letters.length > 1)
}

/** Splits a text into paragraphs; short lines are joined with the next. Each line is read once. */
function paragraphsOf(text: LetterText, lines: readonly Line[]): readonly Paragraph[] {
  const ranges: { first: number; last: number }[] = []
  let first = 0
  let letters = 0
  for (const [i, { from, to }] of lines.entries()) {
    letters += withoutMarkers(text, from, to).length
    if (letters < SHORTEST) continue
    ranges.push({ first, last: i })
    ;[first, letters] = [i + 1, 0]
  }
  const end = ranges.at(-1)
  if (end) end.last = lines.length - 1
  else if (lines.length > 0) ranges.push({ first: 0, last: lines.length - 1 })
  return ranges.map((range) => {
    const within = lines.slice(range.first, range.last + 1)
    const [from, to] = [within[0]?.from ?? 0, within.at(-1)?.to ?? 0]
    return {
      written: within.map(({ written }) => written).join(' '),
      letters: text.letters.slice(from, to),
      unnumbered: withoutMarkers(text, from, to),
    }
  })
}
