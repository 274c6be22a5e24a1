import {
  callersPath,
  callersPlaces,
  existingDatabase,
  Misused,
  readArguments,
  reportingUrl,
  runCommand,
  terminalLocale,
  timeZone,
  withData,
  words,
} from '@wayproof/command-line'
import { operationLog } from '@wayproof/kernel/operation-log'
import { systemClock, systemIds } from '@wayproof/kernel/system'
import { passwordResetToken } from '@wayproof/letters'
import { messages, moment, timeZoneName } from '@wayproof/messages'
import { storePlace } from '@wayproof/store'

// Creates a link for a locked-out officer: `pnpm recover-officer EMAIL [--data FOLDER]` prints it; it works once, for
// an hour.

const HOUR = 3_600_000

const options = { data: { type: 'string' } } as const
const { recovery } = messages(terminalLocale)

await runCommand(async () => {
  const { values, positionals } = readArguments(options, recovery.usage)
  const [typed, more] = positionals
  if (!typed) throw new Misused(recovery.usage)
  if (more) throw new Misused(`${words.faults.unknownOption(more)}\n${recovery.usage}`)
  const place = storePlace(values.data === undefined ? callersPlaces() : { DATA_DIR: callersPath(values.data) })
  existingDatabase(place)
  const email = typed.trim().toLowerCase()
  const id = systemIds.next()
  const now = systemClock.now()
  const times = { createdAt: now, expiresAt: now + HOUR }
  const link = await withData(place, async ({ passwordResets }, keys) => {
    const made = await passwordResets.recover(email, { id, ...times })
    if (!made.ok) throw new Misused(recovery.faults[made.fault.code](email))
    operationLog(
      'recover-officer',
      systemClock,
    )({ level: 'warn', event: 'recovery-link', resetId: id, userId: made.value.id })
    return `${reportingUrl}/reset/${passwordResetToken(keys, id)}`
  })
  const end = moment(times.expiresAt, timeZone, terminalLocale)
  process.stdout.write(`${recovery.made(end, timeZoneName(timeZone, terminalLocale))}\n${link}\n`)
})
