import {
  callersPath,
  callersPlaces,
  existingDatabase,
  Misused,
  readArguments,
  runCommand,
  terminalLocale,
  withData,
  words,
} from '@wayproof/command-line'
import { systemClock } from '@wayproof/kernel/system'
import { count, messages } from '@wayproof/messages'
import { storePlace } from '@wayproof/store'

// Closes a wave whose key is lost, without its answers: `pnpm confirm-lost-key PERIOD` says what is lost and changes
// nothing; `--confirm PERIOD` records it.

const options = { confirm: { type: 'string' }, data: { type: 'string' } } as const
const { lostKey } = messages(terminalLocale)

await runCommand(async () => {
  const { values, positionals } = readArguments(options, lostKey.usage)
  const [period, extraArgument] = positionals
  if (!period) throw new Misused(lostKey.usage)
  if (extraArgument) throw new Misused(`${words.faults.unknownOption(extraArgument)}\n${lostKey.usage}`)
  const { confirm } = values
  if (confirm !== undefined && confirm !== period) throw new Misused(lostKey.faults['other-period'](confirm))
  const storeFiles = storePlace(values.data === undefined ? callersPlaces() : { DATA_DIR: callersPath(values.data) })
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
