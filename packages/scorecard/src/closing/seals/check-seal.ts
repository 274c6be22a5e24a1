import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Edition, EditionKind } from '../../editions/edition.ts'
import { headCode, readHeadCode } from './head-code.ts'
import type { Seal } from './seal.ts'
import type { SealStamp } from './sealed-parts.ts'
import { stampOf } from './sealed-scorecard.ts'

export interface SealCheckPorts {
  /** By number. */
  readonly closing: { seals(): Promise<readonly Seal[]> }
  readonly editions: {
    list(): Promise<readonly Edition[]>
    /** The edition that a PDF with this SHA-256 was sent with. */
    editionOfPdf(digest: string): Promise<Id | null>
  }
  readonly timeZone: string
}

/** The document that a printed code belongs to, without figures. */
export type CheckedSeal =
  | (Pick<SealStamp, 'version' | 'sealedOn'> & {
      readonly kind: 'seal'
      readonly period: PeriodKey
      /** True if a correction was sealed later. */
      readonly replaced: boolean
    })
  | {
      readonly kind: 'edition'
      readonly edition: EditionKind
      readonly occasion: string
      readonly period: PeriodKey
      readonly sentOn: CalendarDate
    }

/** A complete digest: of a seal, of an edition's figures, or of the PDF that it was sent with. */
const DIGEST = /^[0-9a-f]{64}$/i

/**
 * Finds the seal or the summary edition of a printed code or a complete digest. Returns null if there is none. Fault:
 * `head-mistyped`.
 */
export async function checkSeal(
  { closing, editions, timeZone }: SealCheckPorts,
  { code: typed }: { readonly code: string },
): Promise<Outcome<CheckedSeal | null, { readonly code: 'head-mistyped' }>> {
  const text = typed.trim()
  const code = DIGEST.test(text) ? headCode(text) : readHeadCode(text)
  if (code === null) return fail('head-mistyped')
  const isMeant = (digest: string | null) =>
    digest !== null && (DIGEST.test(text) ? digest === text.toLowerCase() : headCode(digest) === code)
  const chain = await closing.seals()
  const seal = chain.find(({ head }) => isMeant(head))
  if (seal) {
    const { version, sealedOn } = stampOf(seal, timeZone)
    const isReplaced = chain.some((each) => each.period === seal.period && each.version > seal.version)
    return ok({ kind: 'seal', period: seal.period, version, sealedOn, replaced: isReplaced })
  }
  const ofPdf = DIGEST.test(text) ? await editions.editionOfPdf(text.toLowerCase()) : null
  const edition = (await editions.list()).find(
    ({ id, state, digest }) => state === 'sent' && (isMeant(digest) || id === ofPdf),
  )
  if (!edition) return ok(null)
  const { kind, occasion, period, endedAt, openedAt } = edition
  return ok({ kind: 'edition', edition: kind, occasion, period, sentOn: dateAt(endedAt ?? openedAt, timeZone) })
}
