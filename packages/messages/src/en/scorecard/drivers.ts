import type { DriverPlace } from '@wayproof/scorecard/breakdown/driver-analysis'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

export const drivers = {
  title: 'What drives satisfaction',
  lead: 'Right: stronger correlation with overall satisfaction. Up: more travelers satisfied. Lines: means. Unweighted.',
  cause: 'Correlation is not causation: improving an aspect may not raise satisfaction.',
  caption: 'Aspects by correlation with overall satisfaction',
  chart: 'Chart',
  table: 'Table',
  importance: 'Correlation with overall satisfaction',
  performance: 'Satisfied with this aspect',
  columns: {
    number: 'No.',
    aspect: 'Aspect',
    importance: 'Correlation',
    interval: '95% interval',
    performance: 'Satisfied',
    people: 'Rated both',
    place: 'Quadrant',
  },
  interval: (lower: string, upper: string) => `${lower} to ${upper}`,
  people: (value: number) => `at least ${n(value)}`,
  quadrants: {
    improve: 'Improve first',
    keep: 'Maintain',
    watch: 'Monitor',
    rest: 'Low priority',
    unclear: 'Unclear',
  } satisfies Record<DriverPlace['quadrant'], string>,
  method: 'Spearman’s rank correlation of respondents who rated both, counted when the wave closed.',
  left: (minimum: number, aspects: string) =>
    `Not placed, because fewer than ${n(minimum)} rated both or all ratings were equal: ${aspects}.`,
  listed: '; ',
  notShown: {
    'wave-open': 'The survey is open; results follow after it closes.',
    'not-unlinked': 'The survey is closed; results follow once it is anonymized.',
    few: 'Too few respondents to compare aspects with overall satisfaction.',
  },
  describe: (aspect: string, importance: string, share: string) =>
    `${aspect}: correlation ${importance}, satisfied ${share}`,
}
