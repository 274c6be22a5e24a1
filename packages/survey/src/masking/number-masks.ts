import { D, GAP, HAN_DIGIT, MIXED_DIGIT, MOST_GAP, plainDigits } from './digit.ts'
import { joinSources, type MaskRule, masked, pattern, put } from './mask.ts'

const RUN = pattern(
  '[+＋(（]{0,2}',
  D,
  `(?:(?:${GAP}|${/杠/u.source}){0,${MOST_GAP}}`,
  D,
  `)*(?:(?<=[(（]${D}{1,4})[)）])?`,
)
const MIXED = pattern(MIXED_DIGIT, `(?:(?:${GAP}|${/[杠横点减]/u.source}){0,${MOST_GAP}}`, MIXED_DIGIT, '){6,}')

const FEWEST = 7
/** Minimum number of adjacent digits that are masked if they have no unit. */
const LONG_GROUP_DIGITS = 5

const UNIT =
  /^[\s+＋]?(?:多|余|來|来|左右|以上|以下|以内|起|元|块|塊|圆|美元|美金|欧|欧元|日元|港币|港元|镑|万|亿|千|百|人|名|次|天|日|夜|晚|间|小时|分钟|秒|年|月|岁|公里|英里|米|平|条|张|份|项|家|步|里程|积分|分|点|字|个|件|座|册|页|套|期|户|减|倍|瓶|杯|升|克|斤|吨|度|%|％|‰|℃|°|[¥￥$€£]|(?:rmb|cny|usd|hkd|eur|gbp|jpy|thb|yuan|yen|dollars?|euros?|pounds?|bucks|km|kms|miles?|meters?|metres?|m|ft|feet|kg|steps|points|people|guests|rooms|hours?|minutes?|mins?|days?|nights?|years?|characters|words|times|percent|per|pages?|seats|stars?|pax)(?![\p{L}\p{N}]))/iu
const CURRENCY =
  /(?:[¥￥$€£]|rmb|cny|usd|hkd|eur|gbp|jpy|满|减|花了|花费|付了|收了|收费|价格|原价|票价|房价|团费|报价|费用|预算|涨到|降到|只要|退了|赔了|差价|cost|costs|paid|pay|price|spent|only)(?:\s?(?:是|为|:|：|about|around|nearly|over|me|us|大概|约|近))?\s?$/iu
/** Words that announce a personal number. */
const ANNOUNCED =
  /(?:电话|手机|座机|热线|号码|卡号|身份证|证件|护照|会员|订单|单号|编号|账号|帐号|验证码|密码|尾号|后四位|车牌|分机|联系|拨打|致电|phone|tel|mobile|cell|call|card|passport|\bid|order|booking|reservation|confirmation|member|account|\bpin|code|ending in|ext\.?|extension|\bno\.?|number)(?:号|号码|是|为|码|of|is|no\.?|number|[\s:：#（(]){0,4}$/iu
const SHORT_ANNOUNCED =
  /(?:验证码|密码|尾号|后四位|卡号|手机号?|电话|身份证号?|护照号?|分机|\bpin|passcode|ending in|last four(?: digits)?|ext\.?|extension)(?:号|号码|是|为|码|is|are|was|[\s:：#（(]){0,4}$/iu

/** Letters that begin the number of a passport, which may look like a date. */
const PASSPORT_LETTERS = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}])[EGDPSH](?:${GAP}){0,${MOST_GAP}}(?:[A-E](?:${GAP}){0,${MOST_GAP}})?$`,
  'u',
)
const PASSPORT_DIGITS = 8

const ONE = pattern(D)
const ALL_HAN = pattern(HAN_DIGIT)
const ONE_HAN = new RegExp(HAN_DIGIT, 'u')
/** A Han digit between other digits. */
const AMID = new RegExp(`${D}[^\\p{Nd}]{0,${MOST_GAP}}${HAN_DIGIT}[^\\p{Nd}]{0,${MOST_GAP}}${D}`, 'u')
const digitsOf = (run: string) => run.match(ONE)?.length ?? 0

/** Public service numbers. */
const PUBLIC = /^(?:12306|12345|12315|12301|10086|10010)$/

/** Masks a run of digits and separators as a whole, or leaves it unchanged. */
function maskRun(run: string, offset: number, text: string): string {
  // An opening bracket that closes after the run is not part of the number.
  const open = /^[(（]+(?=[^)）]*$)/u.exec(run)?.[0] ?? ''
  if (open !== '') return open + maskRun(run.slice(open.length), offset + open.length, text)
  // A year in another clause is not part of it either.
  const year = /年/u.test(text[offset + run.length] ?? '') ? (/[,，、\s]{1,2}(?:19|20)\d\d$/u.exec(run)?.[0] ?? '') : ''
  if (year !== '') return maskRun(run.slice(0, -year.length), offset, text) + year
  const count = digitsOf(run)
  if (count < 4) return run
  const before = text.slice(Math.max(0, offset - 24), offset)
  const after = text.slice(offset + run.length, offset + run.length + 16)
  if (count < LONG_GROUP_DIGITS) {
    const isBareNumber = SHORT_ANNOUNCED.test(before) && !UNIT.test(after)
    return isBareNumber ? put('number') : run
  }
  if (count === PASSPORT_DIGITS && PASSPORT_LETTERS.test(before)) return putBetween(run)
  const isAnnounced = ANNOUNCED.test(before)
  const isCounted = !isAnnounced && !/\p{Script=Latin}$/u.test(before) && (UNIT.test(after) || CURRENCY.test(before))
  const plain = plainDigits(run).trim()
  if (isAnnounced && count >= FEWEST && !/^(?:19|20)\d\d[-/.]/.test(plain)) return putBetween(run)
  // Circled digits are used to hide a number.
  const isPlain = !/[^\p{Nd}]\p{M}*/u.test(run.replace(/[\p{P}\p{S}\s\p{M}]/gu, ''))
  if ((isPlain && isOrdinaryFigure(plain, isCounted)) || PUBLIC.test(plain)) return run
  const hasLongGroup = plain.split(/\D+/).some((group) => group.length >= LONG_GROUP_DIGITS)
  return hasLongGroup || count >= FEWEST ? putBetween(run) : run
}

const OTHERS = new RegExp(`^(${D}{1,3}[,，、]\\s?)?(.*?)([,，、]\\s?${D}{1,3})?$`, 'su')
const WHOLE = new RegExp(`${D}{${FEWEST}}`, 'u')

/**
 * Masks the number in a run. Digits separated by a comma from a number without gaps are another number and remain;
 * beside a number with gaps this is ambiguous, so the whole run is masked.
 */
function putBetween(run: string): string {
  const [, before = '', number = '', after = ''] = OTHERS.exec(run) ?? []
  return WHOLE.test(number) ? before + put('number') + after : put('number')
}

/** Masks runs that contain Han digits; other runs were handled before. */
function maskMixed(run: string): string {
  const words = run.match(ALL_HAN)?.length ?? 0
  const plain = plainDigits(run)
  // Years in Han digits, and years joined by a word that means a dash.
  const isYears =
    /^(?:19[5-9]|20[0-4])\d(?:\D+(?:19[5-9]|20[0-4])\d){0,9}$/.test(plain) ||
    /^(?:19|20)\d\d\s?1\s?(?:19|20)\d\d$/.test(plain)
  return isYears || words === 0 || (words === 1 && !AMID.test(run)) ? run : put('number')
}

const MASK = put('number')
/**
 * Digits directly before or after a masked number; they are part of it if some are Han digits or if nothing separates
 * them.
 */
const BESIDE = [
  pattern(`(?:${MIXED_DIGIT}(?:${GAP}){0,${MOST_GAP}}){3,40}`, MASK),
  pattern(MASK, `(?:(?:${GAP}){0,${MOST_GAP}}${MIXED_DIGIT}){3,40}`),
]
const withoutBeside = (text: string) =>
  BESIDE.reduce(
    (remaining, adjacent) => remaining.replace(adjacent, (match) => (isOne(match.replace(MASK, '')) ? MASK : match)),
    text,
  )
const isOne = (digits: string) => ONE_HAN.test(digits) || !/[^\p{Nd}\p{M}]/u.test(digits)

/** Letters or an extension beside a masked number are part of it. */
const REMAINDERS: readonly MaskRule[] = [
  [pattern('(?<![\\p{Script=Latin}\\p{N}])\\p{Script=Latin}{1,3}', MASK), MASK],
  [
    pattern(
      MASK,
      `(?:(?:${GAP}){0,2}[xXｘＸ](?![\\p{Script=Latin}\\p{N}])|\\p{Script=Latin}{1,2}(?![\\p{Script=Latin}\\p{N}]))`,
    ),
    MASK,
  ],
  [pattern(MASK, `\\s?(?:${/转接|转|轉|分机/u.source}|ext\\.?|extension|x|#)[\\s:：.]{0,3}(?:${D}){1,6}`), MASK],
  [pattern(MASK, `(?:(?:${GAP}){0,3}`, MASK, ')+'), MASK],
]

const LATIN = '[\\p{Script=Latin}\\p{Nd}]'
/** Words of letters and digits that name a size, train, aircraft or version. */
const ORDINARY_WORD =
  '(?:\\p{Nd}{1,5}(?:p|ml|l|gb|mb|tb|kb|kbps|mbps|kg|g|mg|km|kms|kmh|m|cm|mm|sqm|ft|mi|rmb|usd|cny|hkd|eur|gbp|jpy|yuan|yen|k|w|am|pm|th|st|nd|rd|s|x|hz|mah|min|mins|h|hr|hrs|hours?|days?|nights?|pax|steps|points|cal|kcal)|[GDCKTZSYgdcktzsy]\\p{Nd}{1,4}|[AB]\\p{Nd}{3}(?:neo|er|max|f|lr|u|ceo)?)(?!' +
  LATIN +
  ')'

const CODES: readonly MaskRule[] = [
  [/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[A-Z][\s·•.-]?[A-Z\d]{5,6}(?![A-Z\d])/gu, MASK],
  // IBAN: two letters, two check digits, and groups.
  [/\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{2,4}){3,8}\b/gu, MASK],
  [
    /\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)[\s,-]+){5,}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b/giu,
    MASK,
  ],
]

const MIXED_WORDS: readonly MaskRule[] = [
  [
    new RegExp(
      joinSources(
        `(?<!${LATIN})(?!`,
        ORDINARY_WORD,
        ')(?=(?:\\p{Script=Latin}*\\p{Nd}){3})(?=\\p{Nd}*\\p{Script=Latin})',
        LATIN,
        '{5,}',
      ),
      'giu',
    ),
    MASK,
  ],
  [/(?<![\p{L}\p{N}])(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{6}(?![\p{L}\p{N}])/gu, MASK],
]

/**
 * Masks long numbers in any grouping, with their letters, as a whole, because part of a phone number identifies a
 * person as well as all of it. Dates, times, prices and counts remain.
 */
export function withoutNumbers(text: string): string {
  const runs = text.replace(RUN, (run: string, offset: number) => maskRun(run, offset, text))
  const mixed = runs.replace(MIXED, (run: string) => maskMixed(run))
  return masked(masked(withoutBeside(mixed), REMAINDERS), [...CODES, ...MIXED_WORDS])
}

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
function isOrdinaryFigure(run: string, isCounted: boolean): boolean {
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
