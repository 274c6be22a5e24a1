import type { Instant } from '@wayproof/kernel'
import type { MailRouteStore } from '@wayproof/survey'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'

const HOUR_MS = 3_600_000

const READ = `SELECT accepted_at AS acceptedAt, folder_chosen_at AS chosenAt, folder_chosen_by AS chosenBy
  FROM mail_route WHERE id = 1`

const ACCEPTED = `UPDATE mail_route SET accepted_at = @at
  WHERE id = 1 AND (accepted_at IS NULL OR abs(@at - accepted_at) >= ${HOUR_MS} OR accepted_at <= folder_chosen_at)`

/** Notes that a mail server accepted a letter: once an hour, and at once where a folder was chosen since. */
export function noteAccepted(sql: Sql, at: Instant): void {
  sql(ACCEPTED).run({ at })
}

interface RouteRow {
  readonly acceptedAt: Instant | null
  readonly chosenAt: Instant | null
  readonly chosenBy: string | null
}

export function mailRouteStore(database: Database): MailRouteStore {
  return {
    mailRoute: async () => {
      const { acceptedAt = null, chosenAt = null, chosenBy } = database.read<RouteRow>(READ).get() ?? {}
      return { acceptedAt, folder: chosenAt === null ? null : { chosenAt, chosenBy: chosenBy ?? '' } }
    },
    saveFolderChoice: (choice) =>
      database.write((sql) => {
        sql('UPDATE mail_route SET folder_chosen_at = ?, folder_chosen_by = ? WHERE id = 1').run(
          choice?.chosenAt ?? null,
          choice?.chosenBy ?? null,
        )
      }),
  }
}
