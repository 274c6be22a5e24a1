import type { HiddenReason } from '@wayproof/scorecard/breakdown/breakdown'
import type { Margin } from '@wayproof/scorecard/breakdown/margin'
import type { ShareKind } from '@wayproof/scorecard/facts'
import type { ShownShare } from '@wayproof/survey/disclosure/shown-share'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')
const percent = (value: number) => `${Math.round(value * 100)}%`

const margins: Record<Margin, string> = {
  tripType: 'Trip type',
  channel: 'Channel',
  region: 'Region',
  language: 'Language',
}

/** Categories that many systems write in these words; all others are the company's own and are shown unchanged. */
const categories: Readonly<Record<string, string>> = {
  group: 'group tours',
  independent: 'independent trips',
  business: 'business trips',
  app: 'app',
  website: 'website',
  'mini-programme': 'mini program',
  branch: 'branches',
  'call-centre': 'call center',
  east: 'east',
  west: 'west',
  south: 'south',
  north: 'north',
  abroad: 'abroad',
  'zh-CN': 'Chinese',
  en: 'English',
}

const counted: Record<ShareKind, string> = {
  rating: 'satisfied',
  chosen: 'chosen',
  yes: 'Yes',
  promoters: 'promoters (9–10)',
  detractors: 'detractors (0–6)',
}

/** A score in points of 100. */
const score = (value: number) => `${value < 0 ? '−' : ''}${Math.abs(Math.round(value * 100))}`

function share({ kind, value }: ShownShare): string {
  if (kind === 'at') return percent(value)
  return `${kind === 'below' ? 'under' : 'over'} ${percent(value)}`
}

export const breakdown = {
  title: 'Results by group',
  show: 'Show groups',
  what: 'Satisfaction by trip type, channel, region and language.',
  lead: 'Satisfied, unweighted, from 0 to 100%. Pale: 95% interval. Ring: previous half-year.',
  question: 'Question',
  by: 'Group by',
  every: 'All in turn',
  and: 'then by',
  nothing: 'no second group',
  export: 'CSV',
  everybody: 'Everyone',
  caption: (by: string) => `Satisfaction by group: ${by}`,
  margins,
  /** A category, or several that were made one. */
  category: (codes: string) =>
    codes
      .split(' + ')
      .map((code) => categories[code] ?? code)
      .join(' + '),
  pair: (one: string, other: string) => `${one} and ${other}`,
  columns: {
    period: 'Half-year',
    question: 'Question',
    margin: 'Grouped by',
    group: 'Group',
    share: 'Satisfied',
    counted: 'Share of',
    part: 'Share',
    interval: '95% interval',
    people: 'With an opinion',
    without: 'No opinion',
    before: 'Previous half-year',
  },
  /** The answers in a share. */
  counted,
  neither: 'neither (7–8)',
  scoreOf: 'promoters less detractors',
  score,
  scoreInterval: (lower: number, upper: number) => `${score(lower)} to ${score(upper)}`,
  share,
  interval: (lower: number, upper: number) => `${Math.round(lower * 100)} to ${percent(upper)}`,
  people: (value: number) => `at least ${n(value)}`,
  kinds: {
    hidden: 'hidden to protect small groups',
    empty: 'no one with an opinion',
    absent: 'not asked',
  },
  withheld: (withheld: number, shares: number, fewest: number) =>
    `Some groups of ${n(withheld)} of ${n(shares)} results are withheld (–): one had under ${n(fewest)} people or only one opinion.`,
  coarse: (k: number) => `Counts are rounded down to multiples of ${n(k)}; shares to 10 or 5 points.`,
  languages: 'Language groups answer differently, so they are shown but not compared.',
  broken: (why: string) => `Not comparable with the previous half-year: ${why}.`,
  notShown: {
    'no-wave': 'No survey was held.',
    'wave-open': 'The survey is open; results follow after it closes.',
    'not-unlinked': 'The survey is closed; groups follow once it is anonymized.',
    'not-asked': 'This question was not asked, or its scale names no satisfied points.',
    'not-comparable': 'This question was asked differently.',
  } satisfies Record<NonNullable<HiddenReason>, string>,
  tooFew: 'Too few responses to show.',
  describe: (group: string, value: string, before: string | null) =>
    before === null ? `${group}: ${value}` : `${group}: ${value}; previous half-year ${before}`,
}
