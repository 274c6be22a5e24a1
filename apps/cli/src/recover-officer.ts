import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { placesIn, reportingUrl, timeZone } from '@wayproof/command-line/environment'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { withData } from '@wayproof/command-line/open-data'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { operationLog } from '@wayproof/kernel/operation-log'
import { systemClock, systemIds } from '@wayproof/kernel/system'
import { passwordResetToken } from '@wayproof/letters/letter/account-link'
import { moment, timeZoneName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'

// Creates a link for a locked-out officer: `pnpm recover-officer EMAIL [--data FOLDER]` prints it; it works once, for
// an hour.

const HOUR = 3_600_000

const options = { data: { type: 'string' } } as const
const { recovery } = messages(terminalLocale)

await runCommand(async () => {
  const { values, positionals } = readArguments(options, recovery.usage, 1)
  const [typedEmail] = positionals
  if (!typedEmail) throw new Misused(recovery.usage)
  const storeFiles = storePlace(placesIn(values.data))
  existingDatabase(storeFiles)
  const email = typedEmail.trim().toLowerCase()
  const id = systemIds.next()
  const now = systemClock.now()
  const times = { createdAt: now, expiresAt: now + HOUR }
  const link = await withData(storeFiles, async ({ passwordResets }, keys) => {
    const recovered = await passwordResets.recover(email, { id, ...times })
    if (!recovered.ok) throw new Misused(recovery.faults[recovered.fault.code](email))
    operationLog(
      'recover-officer',
      systemClock,
    )({ level: 'warn', event: 'recovery-link', resetId: id, userId: recovered.value.id })
    return `${reportingUrl}/reset/${passwordResetToken(keys, id)}`
  })
  const end = moment(times.expiresAt, timeZone, terminalLocale)
  process.stdout.write(`${recovery.made(end, timeZoneName(timeZone, terminalLocale))}\n${link}\n`)
})
