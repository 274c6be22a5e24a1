import { addDays, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { systemIds } from '@wayproof/kernel/system'
import { reviewEditions } from '@wayproof/letters/editions/review-editions'
import { openReportPrinter } from '@wayproof/letters/pdf/report-printer'
import { RULES } from '@wayproof/scorecard/rules'
import { benchSettings } from '../config.ts'
import { openFixtureStore, TIME_ZONE } from '../fixtures/fixture-store.ts'
import { MEASURED_PERIOD } from '../fixtures/scorecard-fixture.ts'
import { sampleEdition } from './sample-edition.ts'

// Reviews the editions on each day of a half-year, like the scheduler, until the edition of record leaves for all readers.

const FIRST_DAY = '2026-01-02'
const DAYS = 120
const START = '2023-07-01'
const PRINT_MS = 60_000

const { BENCH_DATA: data, BENCH_DATABASE: databaseUrl } = benchSettings
const { store } = await openFixtureStore({ data, databaseUrl })
const reportPrinter = openReportPrinter((milliseconds) => AbortSignal.timeout(Math.max(PRINT_MS, milliseconds)))
// The thread loads compiler and font once.
for (const locale of LOCALES) await reportPrinter.print(sampleEdition(0, locale).print)

let now = 0
const { editions, organisation, survey, closing, actions, sealed } = store
const ports = {
  ...{ editions, organisation, survey, closing, actions, sealed, reportPrinter },
  ids: systemIds,
  clock: { now: () => now },
  timeZone: TIME_ZONE,
  rules: RULES,
  facts: store.facts(RULES),
  reportingUrl: 'https://privacy.bench.example',
}

async function sendRecord() {
  for (let day = 0; day < DAYS; day += 1) {
    now = startOfDay(addDays(FIRST_DAY, day), TIME_ZONE)
    const startedAt = performance.now()
    await reviewEditions(ports, START)
    const seconds = (performance.now() - startedAt) / 1000
    const edition = (await editions.list()).find(
      ({ kind, period, state }) => kind === 'record' && period === MEASURED_PERIOD && state === 'sent',
    )
    if (edition) return { seconds, letters: (await editions.ledger(edition.id)).length }
  }
  throw new Error('the edition of record was not sent')
}

const { seconds, letters } = await sendRecord()
process.stdout.write(`took ${seconds} ${letters}\n`)
await reportPrinter.close()
process.on('SIGTERM', () => void store.close().then(() => process.exit(0)))
setInterval(() => {}, 1_000)
