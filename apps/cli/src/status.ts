import { readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { placesIn, timeZone } from '@wayproof/command-line/environment'
import { withData } from '@wayproof/command-line/open-data'
import { printResult } from '@wayproof/command-line/print-result'
import { readKeyFile } from '@wayproof/database/installation/key-file'
import { type StorePlace, storePlace } from '@wayproof/database/installation/store-settings'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { systemClock, systemTokens } from '@wayproof/kernel/system'
import { VERSION } from '@wayproof/kernel/version'
import { day, moment, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { listBackups } from '@wayproof/operations/backup/newest-backup'
import { readVersion, type StoredVersion } from '@wayproof/operations/health/inspect-database'
import type { WaitingLetters } from '@wayproof/operations/health/queue-by-cause'
import { readProgramme } from '@wayproof/survey/programme/read-programme'

// The state of an installation: `wayproof status [--data FOLDER] [--json]`. Changes nothing.

interface NextDate {
  readonly what: 'closes' | 'opens'
  readonly day: CalendarDate
  readonly period: string
}

/** The content of a database of this version. */
interface Inside {
  readonly queue: readonly WaitingLetters[]
  readonly next: readonly NextDate[]
  readonly backedUpAt: number | null
  readonly restoreProvenAt: number | null
}

const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const
const { status } = messages(terminalLocale)

await runCommand(async () => {
  const { values } = readArguments(options, status.usage)
  const storeFiles = storePlace(placesIn(values.data))
  const database = await readVersion(storeFiles.databaseUrl)
  const keyFile = database.state === 'missing' ? null : readKeyFile(storeFiles.keyFile, systemTokens)
  const generation = keyFile?.ok ? keyFile.value.keys.length : null
  const inside = database.state === 'intact' ? await lookInside(storeFiles) : null
  const copies = listBackups(storeFiles.backupFolder).map(({ file, header }) => ({
    file,
    madeAt: header?.madeAt ?? null,
    destroyBy: header?.ties.map(({ destroyBy }) => destroyBy).sort()[0] ?? null,
  }))
  const lines = [
    status.program(VERSION),
    databaseLine(database),
    ...(generation === null ? [] : [status.key(generation)]),
    ...(inside ? insideLines(inside) : []),
    ...backupLines(copies, storeFiles.backupFolder),
    ...(inside ? [restoreLine(inside)] : []),
  ]
  printResult(values, lines.join('\n'), { program: VERSION, database, generation, ...inside, backups: copies })
})

function lookInside(storeFiles: StorePlace): Promise<Inside> {
  return withData(storeFiles, async (store) => {
    const now = systemClock.now()
    const waves = await store.survey.waves()
    const closing = waves.flatMap(({ status: state, closesAt, period }): NextDate[] =>
      state === 'open' ? [{ what: 'closes', day: dateAt(closesAt - 1, timeZone), period }] : [],
    )
    const { next } = await readProgramme({ store: store.survey, clock: systemClock, timeZone })
    const opening: NextDate[] = next ? [{ what: 'opens', day: dateAt(next.at, timeZone), period: next.period }] : []
    const { backedUpAt, restoreProvenAt } = await store.backups.state()
    const dates = [...closing, ...opening].toSorted((a, b) => (a.day < b.day ? -1 : 1))
    return { queue: await store.health.queue(now), next: dates, backedUpAt, restoreProvenAt }
  })
}

function databaseLine({ state, version, pending }: StoredVersion): string {
  if (state === 'missing') return status.database.missing
  return state === 'older' ? status.database.older(version, pending) : status.database[state](version)
}

function insideLines({ queue, next }: Inside): readonly string[] {
  return [
    ...(queue.length === 0
      ? [status.queueEmpty]
      : [
          status.queueTitle,
          ...queue.map(({ letters, cause, since }) =>
            status.waiting(letters, status.causes[cause], moment(since, timeZone, terminalLocale)),
          ),
        ]),
    ...(next.length === 0
      ? [status.next.none]
      : [
          status.next.title,
          ...next.map(({ what, day: on, period }) =>
            status.next[what](day(on, terminalLocale), periodName(period, terminalLocale)),
          ),
        ]),
  ]
}

interface Copy {
  readonly file: string
  readonly madeAt: string | null
  readonly destroyBy: CalendarDate | null
}

function backupLines(copies: readonly Copy[], folder: string): readonly string[] {
  const { backups } = status
  if (copies.length === 0) return [backups.none(folder)]
  const line = ({ file, madeAt, destroyBy }: Copy) => {
    if (madeAt === null) return backups.unreadable(file)
    const made = moment(Date.parse(madeAt), timeZone, terminalLocale)
    return destroyBy === null ? backups.line(made, file) : backups.destroy(made, file, day(destroyBy, terminalLocale))
  }
  return [backups.title(folder), ...copies.map(line)]
}

function restoreLine({ restoreProvenAt }: Inside): string {
  return restoreProvenAt === null
    ? status.backups.neverRestored
    : status.backups.restored(day(dateAt(restoreProvenAt, timeZone), terminalLocale))
}
