import type { Id, Instant } from '@wayproof/kernel'
import type { LetterData, LetterKind } from '@wayproof/letters'
import type { Sql } from '../engine/sql.ts'

interface RightsLetter {
  readonly id: Id
  readonly kind: Extract<LetterKind, 'rights-code' | 'rights-message'>
  readonly caseId: Id
  /** Which code or message the letter is about; neither stands in its row. */
  readonly data: { readonly codeId: Id } | WrittenLetter
  /** One letter a code or message. */
  readonly key: string
  readonly at: Instant
}

export type WrittenLetter = Pick<LetterData['rights-message'], 'number' | 'purpose' | 'dueOn'>

/** Puts a letter to the address of a case into the outbox, inside the transaction that causes it. */
export function postRightsLetter(sql: Sql, { id, kind, caseId, data, key, at }: RightsLetter): void {
  sql(`INSERT INTO letter (id, kind, recipient_kind, recipient_id, locale, data, dedupe_key, state, not_before, created_at)
    SELECT @id, @kind, 'rights-case', id, locale, @data, @dedupeKey, 'queued', @at, @at FROM rights_case
    WHERE id = @caseId`).run({ id, kind, caseId, data: JSON.stringify(data), dedupeKey: `${kind}:${key}`, at })
}
