import type { StoreDatabase } from '@wayproof/database/store-database'
import { suppress } from '@wayproof/survey/disclosure/suppression'
import { playIncidents } from './play-incidents.ts'
import { playPublication } from './play-publication.ts'
import { playSatisfaction } from './play-satisfaction.ts'
import { playTraining } from './play-training.ts'
import { playVendorAudit } from './play-vendor-audit.ts'
import type { Figures } from './scenario-figures.ts'

/** For each goal of the table: writes a scenario's input, reads the facts and judges them. */
const players: Readonly<Record<string, (database: StoreDatabase, input: never) => Promise<Figures>>> = {
  publication: playPublication,
  training: playTraining,
  incidents: playIncidents,
  satisfaction: playSatisfaction,
  'vendor-audit': playVendorAudit,
  suppression: async (_, { cells, k }: { cells: Record<string, number>; k: number }) => ({ ...suppress(cells, k) }),
}

export const isPlayable = (goal: string): boolean => Object.hasOwn(players, goal)

export async function playScenario(database: StoreDatabase, goal: string, input: object): Promise<Figures> {
  type Play = (database: StoreDatabase, input: object) => Promise<Figures>
  const play = players[goal] as Play | undefined
  if (!play) throw new RangeError(`no goal is named ${goal}`)
  return play(database, input)
}
