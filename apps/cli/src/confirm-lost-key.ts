import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { placesIn } from '@wayproof/command-line/environment'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { withData } from '@wayproof/command-line/open-data'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { systemClock } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages/messages'
import { count } from '@wayproof/messages/number-format'

// Closes a wave whose key is lost, without its answers: `pnpm confirm-lost-key PERIOD` says what is lost and changes
// nothing; `--confirm PERIOD` records it.

const options = { confirm: { type: 'string' }, data: { type: 'string' } } as const
const { lostKey } = messages(terminalLocale)

await runCommand(async () => {
  const { values, positionals } = readArguments(options, lostKey.usage, 1)
  const [period] = positionals
  if (!period) throw new Misused(lostKey.usage)
  const { confirm } = values
  if (confirm !== undefined && confirm !== period) throw new Misused(lostKey.faults['other-period'](confirm))
  const storeFiles = storePlace(placesIn(values.data))
  existingDatabase(storeFiles)
  await withData(storeFiles, async ({ lostKeys }) => {
    const lost = await (confirm ? lostKeys.confirm(period, systemClock.now()) : lostKeys.find(period))
    if (!lost.ok) throw new Misused(lostKey.faults[lost.fault.code])
    const n = count(lost.value, terminalLocale)
    process.stdout.write(
      confirm ? `${lostKey.done(n)}\n` : `${lostKey.warning(period, n)}\n${lostKey.confirm(period)}\n`,
    )
  })
})
