import type { SurveyPorts } from '../ports.ts'
import type { Programme } from '../programme/programme.ts'

/** The fewest people that a wave may invite now. */
export const smallestWaveOf = ({ smallestWave }: Pick<SurveyPorts, 'smallestWave'>, programme: Programme): number =>
  smallestWave ?? programme.smallestWave
