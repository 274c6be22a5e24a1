import type { Dialect } from '@wayproof/database/query/dialect'

/**
 * SQL: the moment `now` as a letter stores it. Letters about a request store only the day, as the request does: they
 * are dated with the beginning of the day that caused them, and only whole days are added.
 */
export const letterMoment = ({ instantOf, milliseconds }: Dialect, now: string): string => {
  const createdAt = milliseconds('letter.created_at')
  const days = `CAST((${milliseconds(now)} - ${createdAt}) / 86400000 AS BIGINT)`
  return `CASE letter.recipient_kind WHEN 'rights-case'
    THEN ${instantOf(`${createdAt} + ${days} * 86400000`)} ELSE ${now} END`
}
