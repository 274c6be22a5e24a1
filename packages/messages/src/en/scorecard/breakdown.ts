import type { Margin, NotShown, ShownShare } from '@wayproof/scorecard'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')
const percent = (value: number) => `${Math.round(value * 100)}\u00a0%`

const margins: Record<Margin, string> = {
  tripType: 'Trip type',
  channel: 'Channel',
  region: 'Region',
  language: 'Language',
}

/** Categories that many systems write in these words; all others are the company's own and stand as they are. */
const categories: Readonly<Record<string, string>> = {
  group: 'group tours',
  independent: 'independent trips',
  business: 'business trips',
  app: 'app',
  website: 'website',
  'mini-programme': 'mini-programme',
  branch: 'branches',
  'call-centre': 'call centre',
  east: 'east',
  west: 'west',
  south: 'south',
  north: 'north',
  abroad: 'abroad',
  'zh-CN': 'Chinese',
  en: 'English',
}

function share({ kind, value }: ShownShare): string {
  if (kind === 'at') return percent(value)
  return `${kind === 'below' ? 'under' : 'over'} ${percent(value)}`
}

export const breakdown = {
  title: 'Group by group',
  lead: 'Share who chose one of the two highest answers, unweighted, from 0 to 100%. Pale: its 95% interval. Ring: the half-year before.',
  question: 'Question',
  by: 'Group by',
  every: 'each in turn',
  and: 'and by',
  nothing: 'nothing else',
  export: 'CSV',
  exportHint: 'All questions of this selection as a file for Excel or WPS',
  everybody: 'Everybody',
  table: 'Table',
  chart: 'Chart',
  caption: (by: string) => `Satisfaction by ${by.toLowerCase()}`,
  margins,
  /** A category, or several that were made one. */
  category: (codes: string) =>
    codes
      .split(' + ')
      .map((code) => categories[code] ?? code)
      .join(' + '),
  pair: (one: string, other: string) => `${one} and ${other.toLowerCase()}`,
  columns: {
    period: 'Half-year',
    question: 'Question',
    margin: 'Grouped by',
    group: 'Group',
    share: 'Top two',
    interval: '95% interval',
    people: 'With an opinion',
    without: 'No opinion',
    before: 'Half-year before',
  },
  share,
  interval: (lower: number, upper: number) => `${Math.round(lower * 100)} to ${percent(upper)}`,
  people: (value: number) => `at least ${n(value)}`,
  kinds: {
    hidden: 'hidden to protect small groups',
    empty: 'nobody with an opinion',
    absent: 'not asked',
  },
  hiddenNote: (k: number) =>
    `A dash hides a group of fewer than ${n(k)} people with an opinion, or one that would give such a group away by subtraction. It is the same in every view, file and letter.`,
  coarse: (k: number) =>
    `Counts are rounded down to a multiple of ${n(k)}; shares are as fine as their group carries: steps of 10 points under 20 people, of 5 under 100.`,
  languages: 'Languages use the answers differently, so language groups are shown and not compared.',
  broken: (why: string) => `Not comparable with the half-year before: ${why}.`,
  notShown: {
    'no-wave': 'No survey was held.',
    'wave-open': 'The survey is open; nothing is shown before it closes.',
    'not-unlinked': 'The survey is closed; groups are shown once its answers can no longer be tied to anybody.',
    'not-asked': 'This question was not asked.',
    'not-comparable': 'This question was asked differently.',
  } satisfies Record<NonNullable<NotShown>, string>,
  tooFew: 'Too few people answered to show anything.',
  describe: (group: string, value: string, before: string | null) =>
    before === null ? `${group}: ${value}` : `${group}: ${value}; half-year before ${before}`,
}
