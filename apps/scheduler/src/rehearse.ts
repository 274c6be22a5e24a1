import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { inherited, placesIn } from '@wayproof/command-line/environment'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { printResult } from '@wayproof/command-line/print-result'
import { progress } from '@wayproof/command-line/progress'
import { workFolder } from '@wayproof/command-line/work-folder'
import { readKeyFile } from '@wayproof/database/installation/key-file'
import type { LetterKind } from '@wayproof/journal/outbox/letter-kind'
import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemIds, systemSleep, systemStopwatch, systemTokens } from '@wayproof/kernel/system'
import { clockTime, day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { checkKey } from '@wayproof/operations/installation/check-key'
import { copyForRehearsal, forgetOpenAnswers } from '@wayproof/operations/rehearsal/copy-for-rehearsal'
import { openStore } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'
import { previewReminders } from '@wayproof/survey/waves/remind-wave'
import { type Config, readConfig } from './config.ts'
import { type Played, type PlayedHold, playAhead, playedClock } from './rehearsal/play-ahead.ts'

// Plays the next half-year on a copy: `wayproof rehearse [--days N] [--data FOLDER] [--json]`.

const DAYS = 183
const MOST_DAYS = 400

const options = { data: { type: 'string' }, days: { type: 'string' }, json: { type: 'boolean' } } as const
const words = messages(terminalLocale)
const { rehearsal } = words
const kinds: Readonly<Record<LetterKind, string>> = rehearsal.kinds

/** Reminders of a wave that is open now, from its published figures only. */
interface OpenReminders {
  readonly period: string
  readonly atMost: number | null
  readonly until: string
}

await runCommand(async () => {
  const { values } = readArguments(options, rehearsal.usage)
  const days = Number(values.days ?? DAYS)
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new Misused(`${rehearsal.days(MOST_DAYS)}\n${rehearsal.usage}`)
  const read = readConfig({ ...inherited, ...placesIn(values.data) })
  if (!read.ok)
    throw new Misused(read.faults.map(({ name, value, code }) => words.settings.faults[code](name, value)).join('\n'))
  const config = read.value
  existingDatabase(config)
  await checkKey(config, systemTokens)
  const from = dateAt(systemClock.now(), config.timeZone)
  const until = addDays(from, days)
  const { reminders, played } = await rehearse(config, until)
  printResult(values, calendarText(config, { from, until, reminders, played }), { from, until, reminders, ...played })
})

async function rehearse(
  config: Config,
  until: string,
): Promise<{ reminders: readonly OpenReminders[]; played: Played }> {
  const { keyFile, timeZone, urls } = config
  const steps = progress()
  const folder = workFolder('rehearsal')
  process.once('exit', () => folder.remove())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  steps.step(rehearsal.copying)
  const place = await copyForRehearsal(config, folder.path, {
    sleep: systemSleep,
    now: () => systemStopwatch.elapsed(),
  })
  const key = readKeyFile(keyFile, systemTokens)
  if (!key.ok) throw new Misused(words.backups.noKeyFile(keyFile))
  const clock = playedClock(systemClock.now())
  const machine = { ids: systemIds, tokens: systemTokens, keyring: keyring(...key.value.keys), timeZone }
  const store = await openStore({ ...machine, ...place, isBackupFolderUnset: false, clock, sleep: systemSleep })
  try {
    const reminders: OpenReminders[] = []
    for (const { period, status, closesAt } of await store.survey.waves()) {
      if (status !== 'open') continue
      const preview = await previewReminders({ store: store.survey, clock, timeZone }, { period })
      reminders.push({
        period,
        atMost: preview.ok ? preview.value.atMost : null,
        until: dateAt(closesAt - 1, timeZone),
      })
    }
    forgetOpenAnswers(place)
    steps.step(rehearsal.playing(day(until, terminalLocale)))
    const onDay = async (at: Instant) => steps.detail(day(dateAt(at, timeZone), terminalLocale))
    const played = await playAhead({ ...machine, store, urls, rules: RULES }, clock, until, onDay)
    const isOpen = (period: string | null) => reminders.some((wave) => wave.period === period)
    const isHidden = (kind: LetterKind, period: string | null) =>
      isOpen(period) && (kind === 'survey-reminder' || kind === 'survey-last-reminder')
    return {
      reminders,
      played: { ...played, letters: played.letters.filter(({ kind, period }) => !isHidden(kind, period)) },
    }
  } finally {
    await store.close()
    folder.remove()
    steps.end()
  }
}

interface RehearsedCalendar {
  readonly from: string
  readonly until: string
  readonly reminders: readonly OpenReminders[]
  readonly played: Played
}

function calendarText({ timeZone }: Config, { from, until, reminders, played }: RehearsedCalendar): string {
  const { letters, held } = played
  const dayOf = ({ at }: { readonly at: Instant }) => dateAt(at, timeZone)
  const timeOf = ({ at }: { readonly at: Instant }) => clockTime(at, timeZone, terminalLocale)
  const nameOf = (period: string | null) => period && periodName(period, terminalLocale)
  const lines = [rehearsal.title(day(from, terminalLocale), day(until, terminalLocale))]
  for (const [date, onDay] of Map.groupBy(letters, dayOf)) {
    lines.push(day(date, terminalLocale))
    for (const group of onDay)
      lines.push(rehearsal.line(timeOf(group), kinds[group.kind], nameOf(group.period), group.count))
  }
  if (letters.length === 0) lines.push(rehearsal.none)
  for (const { period, atMost, until: last } of reminders)
    lines.push(rehearsal.reminders(periodName(period, terminalLocale), atMost, day(last, terminalLocale)))
  if (letters.some(({ kind }) => kind === 'survey-invitation')) lines.push(rehearsal.noAnswers)
  if (held.length > 0) lines.push('', rehearsal.heldTitle)
  for (const hold of held) lines.push(holdText(hold, `${day(dayOf(hold), terminalLocale)} ${timeOf(hold)}`))
  return lines.join('\n')
}

function holdText(hold: PlayedHold, time: string): string {
  if (hold.what === 'job') return rehearsal.job(time, hold.job, hold.why)
  const period = periodName(hold.period, terminalLocale)
  if (hold.what === 'edition') return rehearsal.edition(time, hold.kind, period, hold.why)
  return rehearsal.opening(time, period, words.letters.openingQuestion.reasons[hold.why])
}
