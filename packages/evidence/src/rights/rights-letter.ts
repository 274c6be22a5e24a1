import type { Prisma } from '@wayproof/database/generated/client'
import type { LetterKind } from '@wayproof/journal/outbox/letter-kind'
import { hasSampleRecord } from '@wayproof/journal/sample-data/sample-lock'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

interface RightsLetter {
  readonly id: Id
  readonly kind: Extract<LetterKind, 'rights-code' | 'rights-message'>
  readonly caseId: Id
  /** The letter's code or message, which its row does not contain. */
  readonly data: { readonly codeId: Id } | WrittenLetter
  /** One letter per code or message. */
  readonly key: string
  readonly at: Instant
}

export type WrittenLetter = Pick<RightsMessageData, 'number' | 'purpose' | 'dueOn'>

/**
 * Puts a letter to the address of a case into the outbox, inside the transaction that causes it. The people of sample data
 * get none.
 */
export async function postRightsLetter(
  { rightsCase, letter, sampleData }: Prisma.TransactionClient,
  { id, kind, caseId, data, key, at }: RightsLetter,
): Promise<void> {
  if (await hasSampleRecord({ sampleData })) return
  const { locale } = await rightsCase.findUniqueOrThrow({ where: { id: caseId }, select: { locale: true } })
  const recipient = { recipientKind: 'rights-case', recipientId: caseId, locale }
  const moments = { notBefore: new Date(at), createdAt: new Date(at) }
  await letter.create({
    data: {
      id,
      kind,
      ...recipient,
      data: JSON.stringify(data),
      dedupeKey: `${kind}:${key}`,
      state: 'queued',
      ...moments,
    },
  })
}

/** A message of an officer in a case. */
export interface RightsMessageData {
  readonly number: number
  readonly purpose: 'question' | 'answer' | 'extension'
  /** The new due day of an extension. */
  readonly dueOn: CalendarDate | null
  /** The officer's own words. */
  readonly text: string
}
