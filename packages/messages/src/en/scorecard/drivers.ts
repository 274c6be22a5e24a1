import type { DriverPlace } from '@wayproof/scorecard'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

export const drivers = {
  title: 'What goes with satisfaction',
  lead: 'To the right: aspects whose rating goes closely with satisfaction on the whole. Further up: aspects more travelers are satisfied with. Lines: the means. Not weighted.',
  cause:
    'A correlation is not a cause: improving an aspect need not raise satisfaction, and two aspects may rise and fall for one reason.',
  caption: 'Aspects by how closely they go with satisfaction',
  chart: 'Chart',
  table: 'Table',
  importance: 'Correlation with satisfaction on the whole',
  performance: 'Satisfied with the aspect',
  columns: {
    number: 'No.',
    aspect: 'Aspect',
    importance: 'Correlation',
    interval: '95% interval',
    performance: 'Satisfied',
    people: 'Rated both',
    place: 'Place',
  },
  interval: (lower: string, upper: string) => `${lower} to ${upper}`,
  people: (value: number) => `at least ${n(value)}`,
  quadrants: {
    improve: 'improve first: close, and below the mean',
    keep: 'keep: close, and not below the mean',
    watch: 'watch: loose, and below the mean',
    rest: 'leave: loose, and not below the mean',
    unclear: 'unclear: its correlation may be the mean',
  } satisfies Record<DriverPlace['quadrant'], string>,
  method: 'Spearman’s rank correlation of answers that rated both, counted when the wave closed.',
  left: (minimum: number, aspects: string) =>
    `Without a place, for fewer than ${n(minimum)} rated both, or all alike: ${aspects}.`,
  listed: '; ',
  notShown: {
    'wave-open': 'The survey is open; nothing is shown before it closes.',
    'not-unlinked': 'The survey is closed; this is shown once its answers can no longer be tied to anybody.',
    few: 'Too few rated an aspect and satisfaction on the whole to set one against the other.',
  },
  describe: (aspect: string, importance: string, share: string) =>
    `${aspect}: correlation ${importance}, satisfied ${share}`,
}
