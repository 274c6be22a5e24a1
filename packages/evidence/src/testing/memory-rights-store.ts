import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import type { CaseChange, NewMailedCode, RightsStore, SealedConversation, SealedMessage } from '../rights/ports.ts'
import type { OfficerPurpose, RightsCase } from '../rights/rights-case.ts'
import { equalHash } from './equal-hash.ts'
import { memoryCallLimit } from './memory-call-limit.ts'
import { memoryFloods } from './memory-floods.ts'

export interface MemoryCase extends SealedConversation {
  /** Null once it is deleted with the texts. */
  readonly codeHash: Uint8Array | null
  readonly changes: readonly CaseChange[]
}

/** A queued letter to the address of a case. */
export type RightsLetter =
  | { readonly caseId: Id; readonly kind: 'rights-code'; readonly data: { readonly codeId: Id } }
  | { readonly caseId: Id; readonly kind: 'rights-message'; readonly data: WrittenLetter }

interface WrittenLetter {
  /** Number of the message in its case, from 1. */
  readonly number: number
  readonly purpose: OfficerPurpose
  readonly dueOn: CalendarDate | null
}

export interface RightsMemory {
  readonly cases: Map<Id, MemoryCase>
  /** The valid code of each case. */
  readonly codes: Map<Id, Pick<NewMailedCode, 'id' | 'expiresAt' | 'tries'>>
  letters: readonly RightsLetter[]
}

export const emptyRightsMemory = (): RightsMemory => ({ cases: new Map(), codes: new Map(), letters: [] })

/** People's requests and complaints in memory. */
export function memoryRightsStore(memory: RightsMemory): RightsStore {
  const { cases, codes } = memory
  const takeCall = memoryCallLimit()
  const all = () => [...cases.values()].map((memoryCase) => memoryCase.case)
  const isFlooded = (memoryCase: MemoryCase) => memoryCase.case.outcome === 'flood' && memoryCase.codeHash !== null
  const isUntouched = ({ case: { status, channel, extendedOn }, messages, changes }: MemoryCase) =>
    status === 'received' && channel === 'page' && extendedOn === null && messages.length === 1 && changes.length === 0
  const openCase = (id: Id) => {
    const memoryCase = cases.get(id)
    return memoryCase && memoryCase.case.status !== 'closed' ? memoryCase : null
  }
  const change = (id: Id, changed: Partial<RightsCase>) => {
    const memoryCase = cases.get(id)
    if (memoryCase) cases.set(id, { ...memoryCase, case: { ...memoryCase.case, ...changed } })
  }
  const append = (id: Id, message: SealedMessage) => {
    const memoryCase = cases.get(id)
    if (memoryCase) cases.set(id, { ...memoryCase, messages: [...memoryCase.messages, message] })
  }
  const post = (letter: RightsLetter) => {
    memory.letters = [...memory.letters, letter]
  }
  const mailCode = (caseId: Id, { id, expiresAt, tries, limit }: NewMailedCode) => {
    if (!takeCall(limit.caseKey, limit, limit.now)) return false
    if (!takeCall(limit.addressKey, limit, limit.now)) return true
    codes.set(caseId, { id, expiresAt, tries })
    post({ caseId, kind: 'rights-code', data: { codeId: id } })
    return true
  }
  return {
    ...memoryFloods({
      all: () => [...cases.values()].filter(isFlooded).map((memoryCase) => memoryCase.case),
      isUntouched: (id) => {
        const memoryCase = cases.get(id)
        return memoryCase !== undefined && isUntouched(memoryCase)
      },
      change: (id, changed) => {
        if (changed.status === 'closed') codes.delete(id)
        change(id, changed)
      },
    }),
    openCase: async ({ codeHash, contactSealed, message, code, recorded, ...opened }) => {
      if ([...cases.values()].some((memoryCase) => equalHash(memoryCase.codeHash, codeHash))) return
      const changes = recorded ? [recorded] : []
      cases.set(opened.id, { case: opened, codeHash, contactSealed, messages: [message], changes })
      if (code) mailCode(opened.id, code)
    },
    conversation: async (of) => {
      const memoryCase =
        'id' in of ? cases.get(of.id) : [...cases.values()].find(({ codeHash }) => equalHash(codeHash, of.codeHash))
      return memoryCase
        ? { case: memoryCase.case, contactSealed: memoryCase.contactSealed, messages: memoryCase.messages }
        : null
    },
    mailCode: async (caseId, code) => mailCode(caseId, code),
    spendTry: async (caseId, now) => {
      const code = codes.get(caseId)
      if (!code || code.expiresAt <= now || code.tries <= 0) return null
      codes.set(caseId, { ...code, tries: code.tries - 1 })
      return code.id
    },
    markChecked: async (caseId, day) => {
      codes.delete(caseId)
      if (cases.get(caseId)?.case.status === 'received')
        change(caseId, { status: 'identity-checked', identityCheckedOn: day })
    },
    addMessage: async (caseId, message, most) => {
      const found = cases.get(caseId)
      const isReopened = found !== undefined && isFlooded(found)
      const memoryCase = isReopened ? found : openCase(caseId)
      if (!memoryCase || memoryCase.messages.filter(({ author }) => author === 'person').length >= most) return false
      if (isReopened) change(caseId, { status: 'received', outcome: null, closedOn: null })
      append(caseId, message)
      return true
    },
    addOfficerMessage: async (caseId, { message, dueOn }) => {
      const rightsCase = openCase(caseId)?.case
      const { purpose, day } = message
      if (
        !rightsCase ||
        (purpose === 'extension' && (rightsCase.extendedOn !== null || rightsCase.answeredOn !== null))
      )
        return false
      if (purpose === 'answer') change(caseId, { status: 'answered', answeredOn: rightsCase.answeredOn ?? day })
      if (purpose === 'extension') change(caseId, { dueOn, extendedOn: day })
      append(caseId, message)
      const number = cases.get(caseId)?.messages.length ?? 0
      if (!rightsCase.anonymous) post({ caseId, kind: 'rights-message', data: { number, purpose, dueOn } })
      return true
    },
    closeCase: async (caseId, outcome, closedOn) => {
      if (!openCase(caseId)) return false
      codes.delete(caseId)
      change(caseId, { status: 'closed', outcome, closedOn })
      return true
    },
    correctCase: async (caseId, correction, dueOn) => {
      const memoryCase = cases.get(caseId)
      const { kind, regime, channel, receivedOn } = correction.before
      const isSame =
        memoryCase?.case.kind === kind &&
        memoryCase.case.regime === regime &&
        memoryCase.case.channel === channel &&
        memoryCase.case.receivedOn === receivedOn
      if (!isSame) return false
      const corrected = { ...memoryCase.case, ...correction.after, dueOn }
      cases.set(caseId, { ...memoryCase, case: corrected, changes: [...memoryCase.changes, correction] })
      return true
    },
    caseChanges: async (caseId) => cases.get(caseId)?.changes ?? [],
    allCases: async () => all().toSorted(inOrder(({ receivedOn }) => receivedOn)),
    furtherMessages: async () => {
      const open = [...cases.values()].filter((memoryCase) => memoryCase.case.status !== 'closed')
      const written = open.flatMap(({ case: { id, kind, regime, dueOn, receivedOn }, messages }) => {
        const days = messages
          .slice(1)
          .flatMap(({ author, day }) => (author === 'person' && day > receivedOn ? [day] : []))
        return [...new Set(days)].map((day) => ({ id, kind, regime, dueOn, day }))
      })
      return written.toSorted(inOrder(({ day, dueOn }) => `${day} ${dueOn ?? ''}`))
    },
    openCases: async () =>
      [...cases.values()]
        .filter((memoryCase) => memoryCase.case.status !== 'closed')
        .map((memoryCase) => {
          const lastAuthor = memoryCase.messages.at(-1)?.author ?? null
          return { ...memoryCase.case, lastAuthor, isUntouched: isUntouched(memoryCase) }
        })
        .toSorted(inOrder(({ dueOn, receivedOn }) => `${dueOn ?? '~'} ${receivedOn}`)),
    closedCases: async (limit) =>
      all()
        .filter(({ status, outcome }) => status === 'closed' && outcome !== 'flood')
        .toSorted((a, b) => (b.closedOn ?? '').localeCompare(a.closedOn ?? '') || (a.id < b.id ? -1 : 1))
        .slice(0, limit),
  }
}

/** Compares by a text, then by ID. */
const inOrder =
  <Row extends { readonly id: Id }>(textOf: (row: Row) => string) =>
  (a: Row, b: Row): number =>
    `${textOf(a)} ${a.id}` < `${textOf(b)} ${b.id}` ? -1 : 1
