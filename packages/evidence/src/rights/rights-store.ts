import { takeCall } from '@wayproof/accounts/sign-in/call-limit-store'
import type { Prisma, RightsCaseChange } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addUserAct } from '@wayproof/journal/audit-log/add-audit-entry'
import { refuseOwnCase } from '@wayproof/journal/sample-data/sample-lock'
import type { Id, Ids } from '@wayproof/kernel/id'
import { OPEN_OR_FLOODED, REOPENED } from '../floods/flooded.ts'
import { caseFloods } from './case-floods.ts'
import type {
  CaseChange,
  CaseFacts,
  ListedCase,
  NewMailedCode,
  OfficerMessage,
  RightsStore,
  SealedConversation,
  SealedMessage,
} from './ports.ts'
import type { RightsCase } from './rights-case.ts'
import { postRightsLetter } from './rights-letter.ts'

const OPEN = { status: { not: 'closed' } } as const
/** Columns that no list contains. */
const SECRET = { codeHash: true, contactSealed: true } as const

/** People's requests and complaints in the database; addresses and texts are encrypted by the caller. */
export function rightsStore(database: RecordDatabase, ids: Ids): RightsStore {
  return {
    ...caseFloods(database),

    openCase: ({ message, recorded, code, ...opened }) =>
      database.transaction(async ({ records }) => {
        const codeHash = new Uint8Array(opened.codeHash)
        const contactSealed = opened.contactSealed && new Uint8Array(opened.contactSealed)
        if (await records.rightsCase.findUnique({ where: { codeHash } })) return
        await refuseOwnCase(records, opened.id)
        await records.rightsCase.create({ data: { ...opened, codeHash, contactSealed } })
        await insertMessage(records, opened.id, message)
        if (recorded) await addChange(records, opened.id, recorded)
        await addUserAct(records, { act: 'case-recorded', subject: opened.id })
        if (code) await mailCode(records, opened.id, code, ids)
      }),

    conversation: async (of) => {
      const { rightsCase } = await database.records()
      const row = await rightsCase.findUnique({
        where: 'id' in of ? { id: of.id } : { codeHash: new Uint8Array(of.codeHash) },
        omit: { codeHash: true },
        include: { messages: { omit: { caseId: true, number: true }, orderBy: { number: 'asc' } } },
      })
      if (!row) return null
      const { contactSealed, messages, ...stored } = row
      const conversation = { contactSealed, messages: messages.map(recordOf<SealedMessage>) }
      return { case: recordOf<RightsCase>(stored), ...conversation } satisfies SealedConversation
    },

    mailCode: (caseId, code) => database.transaction(({ records }) => mailCode(records, caseId, code, ids)),

    spendTry: async (caseId, now) => {
      const { mailedCode } = await database.records()
      const [spent] = await mailedCode.updateManyAndReturn({
        where: { caseId, expiresAt: { gt: new Date(now) }, tries: { gt: 0 } },
        data: { tries: { decrement: 1 } },
      })
      return spent?.id ?? null
    },

    markChecked: (caseId, day) =>
      database.transaction(async ({ records: { mailedCode, rightsCase } }) => {
        await mailedCode.deleteMany({ where: { caseId } })
        const checked = { status: 'identity-checked', identityCheckedOn: day }
        await rightsCase.updateMany({ where: { id: caseId, status: 'received' }, data: checked })
      }),

    addMessage: (caseId, message, most) =>
      database.transaction(async ({ records }) => {
        const row = await records.rightsCase.findUnique({ where: { id: caseId, ...OPEN_OR_FLOODED } })
        if (!row) return false
        const written = await records.rightsMessage.count({ where: { caseId, author: 'person' } })
        if (written >= most) return false
        if (row.outcome === 'flood') await records.rightsCase.update({ where: { id: caseId }, data: REOPENED })
        await insertMessage(records, caseId, message)
        return true
      }),

    addOfficerMessage: (caseId, written) =>
      database.transaction(async ({ records }) => {
        const { message, at, dueOn } = written
        const row = await records.rightsCase.findUnique({ where: { id: caseId, ...OPEN } })
        if (!row || (message.purpose === 'extension' && (row.extendedOn ?? row.answeredOn) !== null)) return false
        await records.rightsCase.update({ where: { id: caseId }, data: effectOf(written, row) })
        const number = await insertMessage(records, caseId, message)
        const letter = { id: ids.next(), kind: 'rights-message', caseId, key: `${caseId}:${number}`, at } as const
        const data = { number, purpose: message.purpose, dueOn }
        if (!row.anonymous) await postRightsLetter(records, { ...letter, data })
        const details = { purpose: message.purpose ?? '' }
        await addUserAct(records, { act: 'case-answered', subject: caseId, details })
        return true
      }),

    closeCase: (caseId, outcome, day) =>
      database.transaction(async ({ records }) => {
        await records.mailedCode.deleteMany({ where: { caseId } })
        const closed = { status: 'closed', outcome, closedOn: day }
        const { count } = await records.rightsCase.updateMany({ where: { id: caseId, ...OPEN }, data: closed })
        if (count === 1) await addUserAct(records, { act: 'case-closed', subject: caseId, details: { outcome } })
        return count === 1
      }),

    // Compares with the facts that were corrected: one of two concurrent corrections is refused.
    correctCase: (caseId, change, dueOn) =>
      database.transaction(async ({ records }) => {
        const { before, after } = change
        const where = { id: caseId, ...before }
        if ((await records.rightsCase.updateMany({ where, data: { ...after, dueOn } })).count === 0) return false
        await addChange(records, caseId, change)
        await addUserAct(records, { act: 'case-corrected', subject: caseId })
        return true
      }),

    caseChanges: async (caseId) => {
      const { rightsCaseChange } = await database.records()
      return (await rightsCaseChange.findMany({ where: { caseId }, orderBy: { number: 'asc' } })).map(changeOf)
    },

    allCases: async () => {
      const { rightsCase } = await database.records()
      const rows = await rightsCase.findMany({ orderBy: [{ receivedOn: 'asc' }, { id: 'asc' }], omit: SECRET })
      return rows.map(recordOf<RightsCase>)
    },

    furtherMessages: async () => {
      const { rightsMessage } = await database.records()
      const rows = await rightsMessage.findMany({
        where: { number: { gt: 1 }, author: 'person', case: OPEN },
        distinct: ['caseId', 'day'],
        orderBy: [{ day: 'asc' }, { case: { dueOn: { sort: 'asc', nulls: 'first' } } }, { caseId: 'asc' }],
        select: { day: true, case: { omit: SECRET } },
      })
      return rows
        .filter(({ day, case: { receivedOn } }) => day > receivedOn)
        .map(({ day, case: stored }) => {
          const { id, kind, regime, dueOn } = recordOf<RightsCase>(stored)
          return { id, kind, regime, dueOn, day }
        })
    },

    openCases: async () => {
      const { rightsCase } = await database.records()
      const rows = await rightsCase.findMany({
        where: OPEN,
        orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { receivedOn: 'asc' }, { id: 'asc' }],
        omit: SECRET,
        include: {
          messages: { select: { author: true, number: true }, orderBy: { number: 'desc' }, take: 1 },
          changes: { select: { number: true }, take: 1 },
        },
      })
      return rows.map(({ messages: [last], changes, ...stored }) => {
        const { status, channel, extendedOn } = stored
        const isNew = status === 'received' && channel === 'page' && extendedOn === null
        const isUntouched = isNew && last?.number === 1 && changes.length === 0
        return recordOf<ListedCase>({ ...stored, lastAuthor: last?.author ?? null, isUntouched })
      })
    },

    closedCases: async (limit) => {
      const { rightsCase } = await database.records()
      const rows = await rightsCase.findMany({
        where: { status: 'closed', outcome: { not: 'flood' } },
        orderBy: [{ closedOn: 'desc' }, { id: 'asc' }],
        omit: SECRET,
        take: limit,
      })
      return rows.map(recordOf<RightsCase>)
    },
  }
}

async function mailCode(
  records: Prisma.TransactionClient,
  caseId: Id,
  { id, expiresAt, tries, at, limit }: NewMailedCode,
  ids: Ids,
): Promise<boolean> {
  if ((await takeCall(records, limit.caseKey, limit, limit.now)) !== null) return false
  if ((await takeCall(records, limit.addressKey, limit, limit.now)) !== null) return true
  await records.mailedCode.deleteMany({ where: { caseId } })
  await records.mailedCode.create({ data: { id, caseId, expiresAt: new Date(expiresAt), tries } })
  await postRightsLetter(records, { id: ids.next(), kind: 'rights-code', caseId, data: { codeId: id }, key: id, at })
  return true
}

/** Returns the message's number in its case, the first being 1. */
async function insertMessage(
  { rightsMessage }: Prisma.TransactionClient,
  caseId: Id,
  { author, purpose, day, textSealed }: SealedMessage,
): Promise<number> {
  const last = await rightsMessage.findFirst({
    where: { caseId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const number = (last?.number ?? 0) + 1
  const data = { caseId, number, author, purpose, day, textSealed: new Uint8Array(textSealed) }
  await rightsMessage.create({ data })
  return number
}

/** Returns what an officer's message changes in its case. */
function effectOf(
  { message: { purpose, day }, dueOn }: OfficerMessage,
  { answeredOn }: Pick<RightsCase, 'answeredOn'>,
) {
  if (purpose === 'answer') return { status: 'answered', answeredOn: answeredOn ?? day }
  return purpose === 'extension' ? { dueOn, extendedOn: day } : {}
}

const changeOf = ({ day, changedBy, reason, before, after }: RightsCaseChange): CaseChange => ({
  ...{ day, by: changedBy, reason },
  before: before === null ? null : (JSON.parse(before) as CaseFacts),
  after: JSON.parse(after) as CaseFacts,
})

async function addChange(
  { rightsCaseChange }: Prisma.TransactionClient,
  caseId: Id,
  { day, by, reason, before, after }: CaseChange,
): Promise<void> {
  const last = await rightsCaseChange.findFirst({
    where: { caseId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  await rightsCaseChange.create({
    data: {
      ...{ caseId, day, changedBy: by, reason },
      number: (last?.number ?? 0) + 1,
      before: before && JSON.stringify(before),
      after: JSON.stringify(after),
    },
  })
}
