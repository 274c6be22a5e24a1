import { openAsBlob, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { DEFAULT_TIME_ZONE, withData } from '@wayproof/command-line/open-data'
import type { Progress } from '@wayproof/command-line/progress'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { addMonths, type CalendarDate, dateAt, earlier } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import { accept, type OfficerAtWork, officer } from '@wayproof/local-stack/clients/officer'
import type { ReportingClient } from '@wayproof/local-stack/clients/reporting-client'
import { each, surveyLink, visit } from '@wayproof/local-stack/clients/visit'
import type { LocalStack } from '@wayproof/local-stack/local-stack'
import { delivered } from '@wayproof/local-stack/mail/delivery'
import { invitationLink } from '@wayproof/local-stack/mail/invitation-link'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'
import { consentedTravelers } from '@wayproof/sample-company/consented-travelers'
import { checkedPoints } from '@wayproof/sample-company/people'
import { RULES } from '@wayproof/scorecard/rules'
import { openReplayedWave } from '@wayproof/survey/opening/open-wave'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'
import { closeAtOnce, RELAY_TIMEOUT_MS, secondOfficer } from '../people/second-officer.ts'
import type { ReplayFiles } from './replay-files.ts'
import { type Respondent, readRespondents } from './respondents.ts'

/** Two counts that must agree differ, so the run proves nothing. */
export class CountsDiffer extends Error {}

const replayPerson = (which: 'first' | 'second' | 'auditor') =>
  ({
    name: `Replay (${which})`,
    email: `${which}@replay.example`,
    password: 'replay-password-only',
    locale: 'en',
  }) as const

/** The third person, who confirms the appointment of the second officer. */
async function auditorOf(stack: LocalStack, first: OfficerAtWork): Promise<ReportingClient> {
  const auditor = replayPerson('auditor')
  await first.invite(auditor.email, 'auditor', auditor.locale)
  await delivered(first, () => {}, stack.relayed ? RELAY_TIMEOUT_MS : undefined)
  return accept(stack.reportingUrl, await invitationLink(stack.sink, auditor.email), auditor)
}

const address = ({ year, row }: Respondent) => `${year}-${row}@traveler.example`

/** Imports the real files, then mails, answers and closes a wave for each year (or for `year` alone). */
export async function runReplay(
  stack: LocalStack,
  files: ReplayFiles,
  year: number | null,
  now: number,
  report: Progress,
  words: Messages['commands'],
): Promise<readonly number[]> {
  const allRespondents = readRespondents(readFileSync(files.respondents, 'utf8'))
  const respondents = allRespondents.filter((respondent) => year === null || respondent.year === year)
  const years = [...new Set(respondents.map((respondent) => respondent.year))].sort((a, b) => a - b)
  const atWork = await prepare(stack, files, respondents, report, words)
  const officers = [
    atWork,
    await secondOfficer(stack, [atWork, await auditorOf(stack, atWork)], replayPerson('second')),
  ] as const
  const today = dateAt(now, 'Asia/Shanghai')
  const closesOn = earlier(addMonths(today, 1), latestClosingDay(today))
  for (const waveYear of years) {
    const people = respondents.filter((respondent) => respondent.year === waveYear)
    await replayWave(stack, officers, String(waveYear), people, closesOn, report, words)
  }
  return years
}

async function prepare(
  stack: LocalStack,
  files: ReplayFiles,
  respondents: readonly Respondent[],
  report: Progress,
  words: Messages['commands'],
): Promise<OfficerAtWork> {
  report.step(words.demo.settingUp)
  const first = replayPerson('first')
  const atWork = officer(await accept(stack.reportingUrl, stack.firstOfficerLink, first))
  await atWork.organise({
    nameZh: messages('zh-CN').commands.replay.organisation,
    nameEn: messages('en').commands.replay.organisation,
    contactEmail: 'privacy@replay.example',
    programmeStart: '2010-01-01',
    baselineYear: null,
    // Its organization and people are made up.
    sample: true,
  })
  await atWork.chooseFolder()
  await atWork.confirm(checkedPoints)
  const importFile = async (register: string, profile: string, fileName: string, file: Blob) => {
    const { rows } = await atWork.importFile(register, file, { fileName, profile })
    report.step(words.demo.imported(fileName, rows))
  }
  await importFile('staff-roles', 'hr-export', basename(files.roster), await openAsBlob(files.roster))
  await importFile('incidents', 'veris-incidents', basename(files.incidents), await openAsBlob(files.incidents))
  const rows = respondents.map((respondent) => [
    `${respondent.year}-${respondent.row}`,
    address(respondent),
    respondent.language === 'zh' ? 'zh-CN' : 'en',
    'unknown',
    'unknown',
    'unknown',
    `${respondent.year}-12`,
    'yes',
  ])
  await importFile('travelers', 'default', basename(files.respondents), new Blob([consentedTravelers(rows)]))
  return atWork
}

async function replayWave(
  stack: LocalStack,
  officers: readonly [OfficerAtWork, OfficerAtWork],
  period: string,
  people: readonly Respondent[],
  closesOn: string,
  report: Progress,
  words: Messages['commands'],
): Promise<void> {
  const [atWork] = officers
  const mailCount = stack.sink.mails.length
  const postsBefore = answerPosts(stack.accessLog)
  report.step(words.replay.wave(period, people.length))
  await openReplayed(stack, { period, closesOn })
  await delivered(atWork, ({ sent, queued }) => report.detail(words.demo.delivering(sent, sent + queued)))
  const letters = stack.sink.mails.slice(mailCount).filter(surveyLink)
  const links = new Map(letters.map((mail) => [mail.to, surveyLink(mail)]))
  const willing = people.filter(({ overall }) => overall !== null)
  let answeredCount = 0
  await each(willing, 8, async (person) => {
    const link = links.get(address(person))
    if (!link) throw new Error(`no letter for ${address(person)}`)
    await visit(link, (item, options) => (item === 'overall' ? person.overall : options.includes('na') ? 'na' : null))
    report.detail(words.demo.answered(++answeredCount, willing.length))
  })
  await closeAtOnce(officers, period, words.replay.closingReason)
  const { invited, answered } = await atWork.funnel(period)
  const posts = answerPosts(stack.accessLog) - postsBefore
  if (answered === null) throw new CountsDiffer(period)
  report.step(words.replay.counted(letters.length, invited, posts, answered))
  if (letters.length !== invited || posts !== answered) throw new CountsDiffer(period)
}

/** The number of accepted answers in the survey app's access log. */
function answerPosts(accessLog: string): number {
  const text = readFileSync(accessLog, { encoding: 'utf8', flag: 'a+' })
  return text.split('\n').filter((line) => line.includes('"method":"POST","path":"/s/:token","status":303}')).length
}

/** The data folder and database of a running local stack. */
interface ReplayPlace {
  readonly data: string
  readonly databaseUrl: string
}

/**
 * Opens a wave on a past year or half-year in the database of a running stack. No procedure of an app opens one: officers
 * ask about the half-years that ended last.
 */
export function openReplayed(
  { data, databaseUrl }: ReplayPlace,
  { period, closesOn }: { readonly period: PeriodKey; readonly closesOn: CalendarDate },
): Promise<void> {
  return withData(storePlace({ DATA_DIR: data, DATABASE_URL: databaseUrl }), async ({ survey }, keyring) => {
    const machine = { clock: systemClock, ids: systemIds, tokens: systemTokens, keyring, timeZone: DEFAULT_TIME_ZONE }
    const ports = { ...machine, store: survey, rules: RULES }
    const opened = await openReplayedWave(ports, { period, mode: 'census', closesOn })
    if (!opened.ok) throw new Error(`the wave for ${period} could not be opened: ${opened.fault.code}`)
  })
}
