import { readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { placesIn } from '@wayproof/command-line/environment'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { withData } from '@wayproof/command-line/open-data'
import { printResult } from '@wayproof/command-line/print-result'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { systemClock } from '@wayproof/kernel/system'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { rebuildTallies } from '@wayproof/survey/answers/rebuild-tallies'
import type { TallyDifference } from '@wayproof/survey/answers/tally'
import { listWaves } from '@wayproof/survey/waves/read-wave-funnel'

// Recounts the answers of every closed wave and compares: `pnpm rebuild-tallies [--data FOLDER] [--json]`. Wrong
// counters are reported and corrected; the exit code is then 1.

interface RecountedWave {
  readonly period: string
  /** Null while the wave is open, or after scheduled deletion; then nothing is compared. */
  readonly answers: number | null
  readonly cells: number | null
  readonly seconds: number
  readonly differences: readonly TallyDifference[]
}

const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const
const { tallies } = messages(terminalLocale)

await runCommand(async () => {
  const { values } = readArguments(options, tallies.usage)
  const storeFiles = storePlace(placesIn(values.data))
  existingDatabase(storeFiles)
  const waves = await withData(storeFiles, async ({ survey: store, auditLog }) => {
    await auditLog.add({ act: 'answers-recounted', at: systemClock.now() })
    const recounted: RecountedWave[] = []
    for (const { period } of await listWaves({ store })) {
      const startedAt = performance.now()
      const rebuilt = await rebuildTallies({ store }, { period })
      const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(3))
      const wave = rebuilt.ok ? rebuilt.value : { answers: null, cells: null, differences: [] }
      recounted.push({ period, ...wave, seconds })
    }
    return recounted
  })
  printResult(values, recountText(waves), { waves })
  if (waves.some(({ differences }) => differences.length > 0)) process.exit(1)
})

function recountText(waves: readonly RecountedWave[]): string {
  if (waves.length === 0) return tallies.none
  const differences = waves.reduce((sum, wave) => sum + wave.differences.length, 0)
  return [
    ...waves.flatMap(({ period, answers, cells, differences: tallyDifferences }) => {
      const name = periodName(period, terminalLocale)
      if (cells === null) return [tallies.open(name)]
      if (answers === null) return [tallies.deleted(name)]
      return [
        tallies.wave(name, answers, cells),
        ...tallyDifferences.map(({ item, value, stored, counted }) => tallies.difference(item, value, stored, counted)),
      ]
    }),
    differences === 0 ? tallies.agree : tallies.differed(differences),
  ].join('\n')
}
