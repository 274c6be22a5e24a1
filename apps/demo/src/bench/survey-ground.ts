import { join } from 'node:path'
import { addDays, dateAt, earlier } from '@wayproof/kernel'
import { keyring } from '@wayproof/kernel/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { RULES } from '@wayproof/scorecard'
import { openKeyFile, openStore } from '@wayproof/store'
import {
  askablePeriods,
  chooseFolder,
  confirmChecklist,
  DEFAULT_QUESTIONNAIRE,
  importTravelers,
  latestClosingDay,
  linkToken,
  openWave,
  publishQuestionnaire,
  type TravelerRow,
  travelerTable,
} from '@wayproof/survey'
import { checkedPoints } from '../sample/people.ts'

const TIME_ZONE = 'Asia/Shanghai'

/** A data folder in which a wave is open for `travelers` people, and the settings of the apps that work on it. */
export interface SurveyGround {
  readonly settings: Readonly<Record<string, string>>
  /** One a traveler; what a letter's link ends with. By their signatures, so in no order: that of the letters is that of the ids. */
  readonly tokens: readonly string[]
  /** Answers stored so far. */
  answered(): Promise<number>
}

/** The store of a data folder, made where it is missing, and what the use cases of a survey need. */
export async function openGround(data: string) {
  const settings = { DATABASE_URL: `file:${join(data, 'wayproof.db')}`, KEY_FILE: join(data, 'wayproof.key') }
  const keyFile = openKeyFile(settings.KEY_FILE, systemTokens, settings.DATABASE_URL)
  if (!keyFile.ok) throw new Error(keyFile.fault.code)
  const keys = keyring(keyFile.value.key)
  const machine = { clock: systemClock, ids: systemIds, tokens: systemTokens, keyring: keys, timeZone: TIME_ZONE }
  const store = await openStore({ ...machine, databaseUrl: settings.DATABASE_URL, sleep: systemSleep })
  return { settings, store, ports: { ...machine, store: store.survey, rules: RULES } }
}

export async function surveyGround(data: string, travelers: number): Promise<SurveyGround> {
  const { settings, store, ports } = await openGround(data)
  const today = dateAt(systemClock.now(), TIME_ZONE)
  const [period = ''] = askablePeriods(today)
  const lastTrip = today.slice(0, 7)
  try {
    await store.organisation.save({
      nameZh: '',
      nameEn: 'Bench',
      contactEmail: 'privacy@bench.example',
      programmeStart: '2024-01-01',
      baselineYear: null,
      sample: true,
    })
    await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
    const rows = Array.from({ length: travelers }, (_, index) => travelerRow(index, lastTrip))
    const table = travelerTable(rows, '')
    const imported = await importTravelers(ports, { table, fileName: 'bench.csv', by: 'bench', dryRun: false })
    await chooseFolder(ports, { chosen: true, by: 'bench' })
    await confirmChecklist(ports, { points: checkedPoints, by: 'bench' })
    const closesOn = earlier(addDays(today, 20), latestClosingDay(today))
    const opened = await openWave(ports, { period, mode: 'census', closesOn })
    if (!imported.ok || !opened.ok) throw new Error('the wave of the benchmark could not be opened')
    const now = systemClock.now()
    const letters = await store.outbox.claim(travelers, now, now)
    const tokens = letters.flatMap(({ letter: { locale, data } }) =>
      'invitationId' in data
        ? [linkToken(ports.keyring, { invitationId: data.invitationId, generation: data.generation, locale })]
        : [],
    )
    return {
      settings: { ...settings, DATA_DIR: data, HOST: '127.0.0.1', TIME_ZONE, ACCESS_LOG: join(data, 'access.log') },
      tokens: tokens.sort((a, b) => (a.slice(-8) < b.slice(-8) ? -1 : 1)),
      answered: async () => {
        const { store: reading } = await openGround(data)
        const wave = await reading.survey.wave(period)
        const recount = wave && (await reading.survey.rebuildTallies(wave.id))
        await reading.close()
        return recount?.answers ?? 0
      },
    }
  } finally {
    await store.close()
  }
}

const pick = (index: number, ...of: readonly string[]) => of[index % of.length] ?? ''

export const travelerRow = (index: number, lastTrip = '2025-11'): TravelerRow => ({
  rowNumber: index + 2,
  cells: {
    customerNumber: `C${index}`,
    email: `traveler-${index}@${index % 40}.travelers.example`,
    locale: pick(index, 'zh-CN', 'zh-CN', 'en'),
    tripType: pick(index, 'group', 'independent', 'business', 'group', 'group'),
    channel: pick(index, 'app', 'website', 'app', 'app', 'mini-programme', 'app', 'website'),
    region: pick(index, 'east', 'south', 'north'),
    lastTrip,
    adult: true,
    residence: 'CN',
    basis: 'consent',
    basisWording: '6',
    basisNamesSurveys: true,
    basisSource: 'booking',
    basisDate: '2024-01-01',
  },
})
