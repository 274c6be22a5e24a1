import { existsSync } from 'node:fs'
import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { callersPath, placesIn } from '@wayproof/command-line/environment'
import { databaseFile, existingDatabase } from '@wayproof/command-line/existing-database'
import { printResult } from '@wayproof/command-line/print-result'
import { type StorePlace, storePlace } from '@wayproof/database/installation/store-settings'
import type { Locale } from '@wayproof/kernel/people/locale'
import { systemClock, systemTokens } from '@wayproof/kernel/system'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { attackAnonymity } from '@wayproof/operations/anonymity/attack-anonymity'
import { checkKey } from '@wayproof/operations/installation/check-key'
import { attackServer } from '@wayproof/operations/store/server-commands'
import { ATTACKS, isAnonymous, type WaveAnonymity } from '@wayproof/survey/waves/anonymity'

// Attacks the stored answers as someone with the file could: `pnpm verify-anonymity [--data FOLDER] [--backup FILE]
// [--json]`.

const options = { data: { type: 'string' }, backup: { type: 'string' }, json: { type: 'boolean' } } as const
const { anonymity } = messages(terminalLocale)

await runCommand(async () => {
  const { values } = readArguments(options, anonymity.usage)
  const storeFiles = storePlace(placesIn(values.data))
  const database = existingDatabase(storeFiles)
  const earlier = values.backup === undefined ? undefined : existingPath(callersPath(values.backup))
  if (earlier !== undefined) databaseFile(storeFiles)
  const { waves, warnings } =
    database.engine === 'postgresql'
      ? await attackServer(database, systemClock.now())
      : await attackFile(storeFiles, database.file, earlier)
  const lines = warnings.map((warning) => anonymity.serverWarnings[warning])
  printResult(values, [anonymityTable(waves, terminalLocale), ...lines].join('\n'), { waves, warnings })
  if (waves.some((wave) => wave.status === 'unlinked' && !isAnonymous(wave))) process.exit(1)
})

async function attackFile(
  storeFiles: StorePlace,
  file: string,
  earlier: string | undefined,
): ReturnType<typeof attackServer> {
  await checkKey(storeFiles, systemTokens)
  return { waves: attackAnonymity({ file, earlier, now: systemClock.now() }), warnings: [] }
}

function existingPath(file: string): string {
  if (!existsSync(file)) throw new Misused(anonymity.noDatabase(file))
  return file
}

/** Results of the attacks, wave by wave, and their meaning for unlinked waves. */
function anonymityTable(waves: readonly WaveAnonymity[], locale: Locale): string {
  const { anonymity: words } = messages(locale)
  if (waves.length === 0) return words.none
  const lines = waves.flatMap((wave) => [
    words.wave(periodName(wave.period, locale), words.statuses[wave.status]),
    `  ${words.figures(wave.tied, wave.answers, wave.respondentsKnown, wave.draftsKnown, wave.remindedKnown)}`,
    ...ATTACKS.map(
      (attack) => `    ${words.certificate.attack(words.attacks[attack], words.tied(wave.tiedBy[attack]))}`,
    ),
  ])
  const unlinked = waves.filter(({ status }) => status === 'unlinked')
  if (unlinked.length === 0) return lines.join('\n')
  return [...lines, '', unlinked.every(isAnonymous) ? words.holds : words.broken].join('\n')
}
