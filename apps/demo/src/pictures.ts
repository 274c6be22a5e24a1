import { rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildFirst,
  callersPath,
  interruption,
  Misused,
  progress,
  readArguments,
  runCommand,
  words,
  workFolder,
} from '@wayproof/command-line'
import { LOCALES } from '@wayproof/kernel'
import { systemClock } from '@wayproof/kernel/system'
import { openLocalStack } from '@wayproof/local-stack'
import { openBrowser } from '@wayproof/local-stack/browser'
import type { UserRole } from '@wayproof/store'
import { demoCompany, runDemo } from './demo-run.ts'
import { writeHistory } from './history/write-history.ts'
import { pictureAccounts } from './pictures/picture-accounts.ts'
import { screensOf } from './pictures/screens.ts'
import { takePictures } from './pictures/take-pictures.ts'

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
  buildFirst()
  const stopped = interruption()
  const report = progress()
  const work = workFolder('pictures', undefined)
  const browser = await openBrowser()
  const now = systemClock.now()
  const place = { data: work.path, databaseUrl: `file:${join(work.path, 'wayproof.db')}` }
  const past = await writeHistory(place, demoCompany(SEED, now), now, report, words)
  const stack = await openLocalStack({ ...place, hasPeople: true, smtpPort: 2535, firstPort: 4340, stopped })
  try {
    const { period } = await runDemo(stack, SEED, now, report, words, past)
    const screens = screensOf(period)
    const { reportingUrl } = stack
    if (values.tour) {
      report.step(words.demo.picturing(target))
      for (const [role, account] of Object.entries(pictureAccounts)) {
        const roleScreens = screens[role as UserRole].map(({ name, path }) => ({ name: `${role}-${name}`, path }))
        const inTour = role === 'officer' ? roleScreens.filter(({ name }) => OFFICER_TOUR.includes(name)) : roleScreens
        await takePictures(browser, account, inTour, {
          ...{ reportingUrl, folder: target, locale: 'en', width: TOUR_WIDTH, inView: true },
        })
      }
      return
    }
    for (const locale of LOCALES)
      for (const width of WIDTHS)
        for (const [role, account] of Object.entries(pictureAccounts)) {
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
