/** Kinds of figures that identify no person, in ASCII digits. */
const FIGURES = [
  ['date', /(?:19|20)\d\d\s?([-/.])\s?(?:1[0-2]|0?[1-9])(?:\s?\1\s?(?:3[01]|[12]\d|0?[1-9]))?(?!\d)/y],
  ['date', /(?:3[01]|[12]\d|0?[1-9])([-/.])(?:3[01]|[12]\d|0?[1-9])\1(?:19|20)\d\d(?!\d)/y],
  ['time', /(?:2[0-4]|1\d|0?\d)[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:：])/y],
  ['grouped', /[1-9]\d{0,2}(?:[,，]\d{3}){1,3}(?:\.\d{1,2})?(?!\d)/y],
  ['decimal', /\d{1,6}\.\d{1,2}(?!\d)/y],
  ['fraction', /\d{1,2}\/\d{1,2}(?![\d/])/y],
  ['year', /(?:19[5-9]|20[0-4])\d(?!\d)/y],
  ['whole', /\d{1,7}(?!\d)/y],
] as const
type Kind = (typeof FIGURES)[number][0]

interface Figure {
  readonly kind: Kind
  readonly text: string
}

const JOINT = /\s?(?:[-‐-―−－–—~～/+]|[,，、:：]|\s|\()\s?|\)\s?/y

/** The figures of a run; null for any other form, such as a phone number with dots or brackets. */
function figuresOf(run: string): readonly Figure[] | null {
  const figures: Figure[] = []
  let position = 0
  while (position < run.length) {
    const figure = figureAt(run, position)
    if (figure === null) return null
    figures.push(figure)
    position += figure.text.length
    if (position === run.length) return figures
    JOINT.lastIndex = position
    const joint = JOINT.exec(run)
    if (joint === null) return null
    position += joint[0].length
  }
  return figures
}

function figureAt(run: string, position: number): Figure | null {
  for (const [kind, pattern] of FIGURES) {
    pattern.lastIndex = position
    const text = pattern.exec(run)?.[0]
    if (text) return { kind, text }
  }
  return null
}

const digits = ({ text }: Figure): number => text.replace(/\D/g, '').length
/** True for one figure with its unit, or a range of them, unless it could be two halves of a phone number. */
function isCount(figures: readonly Figure[], run: string): boolean {
  const [first, second] = figures.map(({ text }) => text)
  if (first === undefined || figures.length > 2 || figures.some(({ text }) => /^0\d/.test(text))) return false
  if (second === undefined) return figures.every((figure) => digits(figure) <= 6 || /000$|[,.]/.test(figure.text))
  const numbers = [first, second].map((text) => Number(text.replaceAll(',', '')))
  const [from = 0, to = 0] = numbers
  return from < to && to <= 5 * from && Math.max(...figures.map(digits)) <= 6 && /\d\s?[-−–—~～/]\s?\d/.test(run)
}

const withoutDates = (run: string, dates: readonly Figure[]): string =>
  dates.reduce((remaining, { text }) => remaining.replace(text, ' '), run)

/** Several round prices in a row. */
const ROUND_LIST = /^[1-9]\d?00(?:\s?[,、/]\s?[1-9]\d?00){2}$/
const total = (figures: readonly Figure[]): number => figures.reduce((sum, figure) => sum + digits(figure), 0)

/**
 * True if a run of ASCII digits is a date, time, year, price or count, and no part of a personal number. `counted`: a
 * unit or currency stands beside it.
 */
export function isOrdinaryFigure(run: string, isCounted: boolean): boolean {
  if (ROUND_LIST.test(run)) return true
  const figures = figuresOf(run)
  if (figures === null) return false
  const figuresOfKind = (...kinds: readonly Kind[]) => figures.filter(({ kind }) => kinds.includes(kind))
  const wholes = figuresOfKind('whole')
  if (wholes.some(({ text }) => text.startsWith('0') && text.length > 2)) return false
  if (isCounted && isCount(figures, run)) return true
  if (figuresOfKind('fraction').length > 0 && run.split('/').length - 1 > figuresOfKind('fraction').length) return false
  if (figuresOfKind('grouped').some((figure) => digits(figure) > 6)) return false
  if (figuresOfKind('decimal').some(({ text }) => text.indexOf('.') > 4)) return false
  if (figuresOfKind('grouped').length > 0 && /,(?!\s|\d{3}(?!\d))|\d,\d{3},\d/.test(run)) return false
  if (
    figuresOfKind('date').length > 2 ||
    figuresOfKind('time').length > 2 ||
    figuresOfKind('grouped').length > 2 ||
    figuresOfKind('decimal').length > 2
  )
    return false
  if (figuresOfKind('date').length > 0 && /[-/.]\s*\d|\d\s*[-/.]/.test(withoutDates(run, figuresOfKind('date'))))
    return false
  const longest = Math.max(0, ...wholes.map(digits))
  if (longest > 4) return false
  if (figuresOfKind('year', 'decimal', 'grouped', 'date').length > 0) return total(wholes) <= 2
  return total(wholes) <= 6
}
