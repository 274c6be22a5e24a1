import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import { importRegister } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import type { RegisterId } from '@wayproof/evidence/register'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import type { EditionPorts } from '@wayproof/letters/editions/ports'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { sinkServer } from '@wayproof/letters/testing/sink-server'
import type { Store } from '@wayproof/operations/store/open-store'
import { monthsOver } from '@wayproof/scorecard/goals/equal-parts'
import { RULES } from '@wayproof/scorecard/rules'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import { recordAnswer } from '@wayproof/survey/answers/record-answer'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { onTestFinished } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { addPerson, guardOf, openCompany, ring, setClock, timeZone, traveler, urls } from './company.ts'
import { deliverDue } from './deliver-due.ts'

/** Few answers suffice here, so that the test does not have to write hundreds. */
const rules = { ...RULES, minimumForStatus: 10 }

/** A complete year of registers: five goals with a figure each. */
const REGISTERS: readonly (readonly [RegisterId, string])[] = [
  ['staff-roles', 'number,role,unit,startDay,endDay\nE1,guide,Sales,2020-01-01,\n'],
  ['training-sessions', 'quarter,heldOn\n2025-Q3,2025-08-10\n2025-Q4,2025-11-10\n'],
  ['training-completions', 'number,completedAt\nE1,2025-08-10T09:00:00+08:00\nE1,2025-11-10T09:00:00+08:00\n'],
  ['exam-attempts', 'number,takenAt,score\nE1,2025-08-10T10:00:00+08:00,90\nE1,2025-11-10T10:00:00+08:00,90\n'],
  [
    'incidents',
    'id,title,occurred,discovered,confirmed,disclosure,customerData,state,severity,cause,dataClasses,partnerId,records,recordsTo\n' +
      'i1,List,2024-03,2024-03-03T10:00:00+08:00,2024-03-04,yes,yes,confirmed,larger,error,name,,12,\n' +
      'i2,Mail,2024-05,2024-05-03T10:00:00+08:00,2024-05-04,yes,yes,confirmed,larger,error,name,,12,\n',
  ],
  ['security-assessments', 'id,performedOn,fullScope\na1,2025-06-01,yes\n'],
  ['policy-versions', 'version,approvedOn,effectiveOn\n3,2025-01-01,\n'],
  [
    'policy-surfaces',
    'id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo\nshop,Shop,branch,,zh-CN|en,yes,2020-01-01,\n',
  ],
  ['policy-checks', 'surfaceId,languages,version,publishedOn,checkedOn\nshop,zh-CN|en,3,2025-01-02,2025-12-15\n'],
]

export const PARTNERS: readonly (readonly [RegisterId, string])[] = [
  [
    'partners',
    'id,name,service,processesPersonalData,dataClasses,countries,criticality,onboarded,offboarded\np1,Sunline,bus,yes,name,CN,high,2023-01-01,\n',
  ],
  [
    'partner-audits',
    'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn\np1,2025-05-01,pass,yes,on-site,\n',
  ],
]

const OTHER_LETTERS =
  /^(?:Deadline|\d+ deadlines|期限提醒|\d+ 项期限提醒|Privacy goal|\d+ changes in privacy goals|隐私目标|\d+ 项隐私目标变化)[:：]/

export interface Arrival {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The decoded plain part of a message. */
function plainOf(raw: string): Omit<Arrival, 'to'> {
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? ''
  const boundary = /boundary="?([^"\r\n;]+)/.exec(raw)?.[1] ?? ''
  const part = raw.split(`--${boundary}`).find((mimePart) => mimePart.includes('text/plain')) ?? ''
  const encodedText = part.slice(part.indexOf('\r\n\r\n') + 4)
  const bytes = encodedText
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { subject, text: Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n') }
}

/** Nothing happened in the years around those of the register, so that no edition is held for the silence. */
const emptyMonths = [2023, 2024, 2025, 2026, 2027].flatMap((year) =>
  monthsOver(year, `${year}-12-31`).map((month) => {
    return { register: 'incidents', month, confirmed_at: new Date(0), confirmed_by: 'IT' }
  }),
)

/** A company with two schedulers, a mail server, users of every kind, and a clock that is set between runs. */
export async function editionCompany(start: string, database?: TestDatabase) {
  const clock = setClock(start)
  const company = await openCompany(clock, ring, timeZone, database)
  await company.database.insert({ empty_month: emptyMonths })
  const sink = await sinkServer()
  const people = {
    officer: await addPerson(company, 'officer', 'en'),
    chinese: await addPerson(company, 'executive', 'zh-CN'),
    english: await addPerson(company, 'executive', 'en'),
    procurement: await addPerson(company, 'procurement', 'en'),
  }
  const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, rules, urls, ...SMALL_WAVES }
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: false }
  const log: Readonly<Record<string, unknown>>[] = []
  const scheduler = (store: Store) => {
    const transport = smtpTransport(sink.url)
    onTestFinished(() => transport.close())
    const calendar = {
      ...machine,
      store,
      clockGuard: guardOf(store),
      log: (entry: (typeof log)[number]) => void log.push(entry),
    }
    const mail = { outbox: store.outbox, transport, clock, keyring: ring, render: letterRenderer(), organisation, urls }
    const delivery = { ...mail, sender: 'privacy@faraway.example', workers: 3, bounceAddress: null }
    return {
      runOnce: () => runCalendar(calendar),
      deliver: () => deliverDue({ ...delivery, firstWait: FIRST_WAIT_MS }),
    }
  }
  const schedulers = [scheduler(company.store), scheduler(await company.openSecondStore())]
  const arrivals = (from = 0): readonly Arrival[] =>
    sink.received
      .slice(from)
      .map(({ to, raw }) => ({ to: to.join(), ...plainOf(raw) }))
      // Other tests cover the digests of deadlines and the changes of goals.
      .filter(({ subject }) => !OTHER_LETTERS.test(subject))

  /** Runs both schedulers at the moment; returns what arrived. */
  const runCalendarAt = async (at: string): Promise<readonly Arrival[]> => {
    clock.set(`${at}:10+08:00`)
    const receivedBefore = sink.received.length
    await Promise.all(schedulers.map((machine) => machine.runOnce()))
    await Promise.all(schedulers.map((machine) => machine.deliver()))
    return arrivals(receivedBefore)
  }

  const importFiles = async (files: readonly (readonly [RegisterId, string])[] = REGISTERS) => {
    for (const [register, text] of files) {
      async function* source() {
        yield new TextEncoder().encode(text)
      }
      const command = { register, profile: defaultProfile(register), fileName: `${register}.csv`, by: 'test' }
      const ports = { evidence: company.store.evidence, clock, ids: systemIds, timeZone }
      const imported = await importRegister(ports, { ...command, source: source(), dryRun: false })
      if (!imported.ok) throw new Error(`${register}: ${JSON.stringify(imported.fault)}`)
    }
  }

  /** Each traveler answers by the link that arrived; all but the first two are satisfied. */
  const answer = async (invitations: readonly Arrival[], travelers: number) => {
    for (let index = 0; index < travelers; index += 1) {
      const letter = invitations.find(({ to }) => to === traveler(index))
      const token = /\/s\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? ''
      const fields = { overall: index < 2 ? '2' : '5' }
      const ports = { ...company.surveyPorts, rules }
      const recorded = await recordAnswer(ports, { token, receipt: newReceipt(systemTokens), locale: 'en', fields })
      if (!recorded.ok) throw new Error(JSON.stringify(recorded.fault))
    }
  }
  const { store } = company
  const { editions, survey, closing, actions, sealed } = store
  const ports: EditionPorts = {
    ...machine,
    organisation: store.organisation,
    reportingUrl: urls.reporting,
    editions,
    survey,
    closing,
    actions,
    sealed,
    facts: store.facts(rules),
  }
  const editionsOf = async (period: string) =>
    (await company.store.editions.list()).filter((edition) => edition.period === period)
  return {
    ...company,
    clock,
    people,
    rules,
    machine,
    ports,
    log,
    schedulers,
    runCalendarAt,
    arrivals,
    importFiles,
    answer,
    editionsOf,
  }
}

export type EditionCompany = Awaited<ReturnType<typeof editionCompany>>
