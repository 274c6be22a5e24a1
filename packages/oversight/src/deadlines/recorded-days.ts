import type { Prisma } from '@wayproof/database/generated/client'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'

/** An incident with the import that brought it; the import is empty if it was entered by hand. */
interface RecordedIncident {
  readonly id: string
  readonly importId: string
}

/** The days on which incidents were imported or entered, by id. */
export async function recordedDays(
  { importFile, registerChange }: Pick<Prisma.TransactionClient, 'importFile' | 'registerChange'>,
  incidents: readonly RecordedIncident[],
  timeZone: string,
): Promise<ReadonlyMap<string, CalendarDate>> {
  if (incidents.length === 0) return new Map()
  const files = await importFile.findMany({ where: { register: 'incidents' }, select: { id: true, importedAt: true } })
  const importedAt = new Map(files.map(({ id, importedAt: at }) => [id, at]))
  const entered = await registerChange.findMany({
    where: { register: 'incidents', before: null, key: { in: incidents.map(({ id }) => keyOf(id)) } },
    orderBy: { number: 'desc' },
    select: { key: true, at: true },
  })
  // The oldest entry comes last and stays.
  const enteredAt = new Map(entered.map(({ key, at }) => [key, at]))
  return new Map(
    incidents.flatMap(({ id, importId }) => {
      const at = importedAt.get(importId) ?? enteredAt.get(keyOf(id))
      return at ? [[id, dateAt(at.getTime(), timeZone)] as const] : []
    }),
  )
}

const keyOf = (id: string) => JSON.stringify([id])
