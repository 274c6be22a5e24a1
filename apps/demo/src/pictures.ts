import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { UserRole } from '@wayproof/accounts/accounts/person'
import { buildFirst } from '@wayproof/command-line/build-first'
import { Misused, readArguments, runCommand, words } from '@wayproof/command-line/command-line'
import { callersPath } from '@wayproof/command-line/environment'
import { interruption } from '@wayproof/command-line/interruption'
import { progress } from '@wayproof/command-line/progress'
import { workFolder } from '@wayproof/command-line/work-folder'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { systemClock } from '@wayproof/kernel/system'
import { openBrowser } from '@wayproof/local-stack/browser/open-browser'
import { officer } from '@wayproof/local-stack/clients/officer'
import { reportingClient } from '@wayproof/local-stack/clients/reporting-client'
import { openLocalStack } from '@wayproof/local-stack/local-stack'
import { demoCompany } from './demo-run.ts'
import { playToday, todayOf } from './demo-today.ts'
import { timelineUntil } from './history/timeline.ts'
import { writeHistory } from './history/write-history.ts'
import { roleAccounts } from './people/role-accounts.ts'
import { halfOf, screensOf } from './pictures/screens.ts'
import { takePictures } from './pictures/take-pictures.ts'
import { takeTourStart, writeFigures } from './pictures/tour-pictures.ts'

// Takes pictures of the dashboard with the sample company: `pnpm pictures FOLDER [--tour]`. Every page in both languages,
// on a phone and on a desktop; with `--tour` one picture of each role's main pages, in English.

const WIDTHS = [390, 1280] as const
const TOUR_WIDTH = 1280
const SEED = '1'

/** The officer's pages in the tour; the others are those of the roles. */
const OFFICER_TOUR: readonly string[] = ['home', 'wave-results', 'register-incidents', 'policies', 'closing'].map(
  (name) => `officer-${name}`,
)

const options = { tour: { type: 'boolean' } } as const

await runCommand(async () => {
  const { values, positionals } = readArguments(options, words.faults.usagePictures, Number.POSITIVE_INFINITY)
  const [folder] = positionals
  if (!folder || positionals.length > 1) throw new Misused(words.faults.usagePictures)
  const target = callersPath(folder)
  await buildFirst()
  const stopped = interruption()
  const report = progress()
  const work = workFolder('pictures', undefined)
  const browser = await openBrowser()
  const now = systemClock.now()
  const place = { data: work.path, databaseUrl: `file:${join(work.path, 'wayproof.db')}` }
  const timeline = timelineUntil(demoCompany(SEED, now), todayOf(now))
  const past = await writeHistory(place, timeline, now, report, words)
  const stack = await openLocalStack({ ...place, hasPeople: true, smtpPort: 2535, firstPort: 4340, stopped })
  try {
    await playToday(stack, timeline, 'en', report, words)
    const period = past.at(-1)?.period
    if (!period) throw new Error('no half-year of the past was judged')
    const halves = { judged: period, open: timeline.open }
    const screens = screensOf(halves)
    const { reportingUrl } = stack
    if (values.tour) {
      report.step(words.demo.picturing(target))
      const client = reportingClient(reportingUrl)
      await client.signIn(roleAccounts.officer.email, roleAccounts.officer.password)
      await takeTourStart(browser, { stack, client, folder: target, judged: period })
      const taken = [
        ...['traveler-survey', 'executive-letter'].map((name) => ({ name, period: timeline.open })),
        ...['public-report', 'report-pdf'].map((name) => ({ name, period })),
      ]
      for (const [role, account] of Object.entries(roleAccounts)) {
        const roleScreens = screens[role as UserRole].map(({ name, path }) => ({ name: `${role}-${name}`, path }))
        const inTour = role === 'officer' ? roleScreens.filter(({ name }) => OFFICER_TOUR.includes(name)) : roleScreens
        await takePictures(browser, account, inTour, {
          ...{ reportingUrl, folder: target, locale: 'en', width: TOUR_WIDTH, inView: true },
        })
        taken.push(...inTour.map((screen) => ({ name: screen.name, period: halfOf(screen, halves) })))
      }
      await writeFigures(target, taken, (half) => officer(client).scorecard(half))
      return
    }
    for (const locale of LOCALES)
      for (const width of WIDTHS)
        for (const [role, account] of Object.entries(roleAccounts)) {
          const place = join(target, locale, String(width), role)
          report.step(words.demo.picturing(place))
          rmSync(place, { recursive: true, force: true })
          await takePictures(browser, account, screens[role as UserRole], {
            reportingUrl,
            folder: place,
            locale,
            width,
          })
        }
  } finally {
    report.end()
    await Promise.all([browser.close(), stack.close()])
    work.remove()
  }
})
