import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry, addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import type { ProgrammeStore } from '../programme/ports.ts'
import { DEFAULT_PROGRAMME, type Programme } from '../programme/programme.ts'
import type { MailRouteStore } from '../travelers/mail-route.ts'
import type { Checklist } from './checklist.ts'
import type { OpeningQuestion } from './opening-question.ts'
import type { AutomaticPlan } from './opening-words.ts'

const ONLY = { where: { id: 1 } } as const

export function programmeStore(database: RecordDatabase): ProgrammeStore {
  return {
    ...mailRouteStore(database),
    programme: async () => readProgramme(await database.records()),
    saveProgramme: async ({ runsSince, localHolidays, ...programme }, check) => {
      const since = runsSince === null ? null : new Date(runsSince)
      const data = { ...programme, runsSince: since, localHolidays: JSON.stringify(localHolidays) }
      await database.transaction(async ({ records }) => {
        check?.(await readProgramme(records))
        await records.programme.upsert({ ...ONLY, create: data, update: data })
        await addSettingChange(records, 'programme')
      })
    },
    checklist: async () => readChecklist(await database.records()),
    saveChecklist: async ({ confirmedAt, ...checklist }, check) => {
      const data = { ...checklist, confirmedAt: new Date(confirmedAt) }
      await database.transaction(async ({ records }) => {
        check?.(await readChecklist(records))
        await records.checklist.upsert({ ...ONLY, create: data, update: data })
        await addSettingChange(records, 'checklist')
      })
    },
    approvedOpening: async (period) => {
      const { approval } = await database.records()
      const where = { kind: 'automatic-opening', subject: period, state: 'approved' }
      const row = await approval.findFirst({ where, orderBy: { decidedAt: 'desc' } })
      return row && (JSON.parse(row.details) as AutomaticPlan)
    },
    askAboutOpening: async ({ period, reason, dueAt, askedAt }) => {
      const create = { period, reason, dueAt: new Date(dueAt), askedAt: new Date(askedAt) }
      await (await database.records()).openingQuestion.upsert({ where: { period }, create, update: {} })
    },
    askedAboutOpening: async (period) =>
      (await (await database.records()).openingQuestion.findUnique({ where: { period } })) !== null,
    openingQuestions: async () => {
      const { openingQuestion, wave } = await database.records()
      const unanswered = { where: { leftOutAt: null }, omit: { leftOutBy: true } } as const
      const questions = await openingQuestion.findMany({ ...unanswered, orderBy: { period: 'desc' } })
      const opened = await wave.findMany({ where: { period: { in: questions.map(({ period }) => period) } } })
      return questions
        .filter(({ period }) => !opened.some((each) => each.period === period))
        .map((question) => recordOf<OpeningQuestion>(question))
    },
    leaveOutOpening: (period, leftOutBy, at) =>
      database.transaction(async ({ records }) => {
        const { openingQuestion, wave } = records
        if (await wave.findUnique({ where: { period } })) return false
        const data = { leftOutAt: new Date(at), leftOutBy }
        if ((await openingQuestion.updateMany({ where: { period, leftOutAt: null }, data })).count === 0) return false
        await addAuditEntry(records, { act: 'wave-left-out', at, subject: period })
        return true
      }),
  }
}

type Records = Pick<Prisma.TransactionClient, 'programme' | 'checklist'>

async function readProgramme({ programme }: Pick<Records, 'programme'>): Promise<Programme> {
  const row = await programme.findUnique({ ...ONLY, omit: { id: true } })
  if (!row) return DEFAULT_PROGRAMME
  return recordOf<Programme>({ ...row, localHolidays: JSON.parse(row.localHolidays) as string[] })
}

async function readChecklist({ checklist }: Pick<Records, 'checklist'>): Promise<Checklist | null> {
  const row = await checklist.findUnique({ ...ONLY, omit: { id: true } })
  return row && recordOf<Checklist>(row)
}

const ROUTE = { where: { id: 1 } } as const

function mailRouteStore(database: RecordDatabase): MailRouteStore {
  return {
    mailRoute: async () => {
      const route = await (await database.records()).mailRoute.findUnique(ROUTE)
      const chosenAt = route?.folderChosenAt?.getTime()
      const folder = chosenAt === undefined ? null : { chosenAt, chosenBy: route?.folderChosenBy ?? '' }
      return { acceptedAt: route?.acceptedAt?.getTime() ?? null, folder }
    },
    saveFolderChoice: async (choice) => {
      const folderChosenAt = choice && new Date(choice.chosenAt)
      const data = { folderChosenAt, folderChosenBy: choice?.chosenBy ?? null }
      await database.transaction(async ({ records }) => {
        await records.mailRoute.updateMany({ ...ROUTE, data })
        await addSettingChange(records, 'mail-folder')
      })
    },
  }
}
