import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Clock, Ids, Tokens } from '@wayproof/kernel'
import type { SurveyStore } from '@wayproof/survey'
import { type CallLimitStore, callLimitStore } from './call-limit-store.ts'
import { type ImprovementStore, improvementStore } from './improvement-store.ts'
import { type OrganisationStore, organisationStore } from './organisation-store.ts'
import { type PeopleStore, peopleStore } from './people-store.ts'
import { openDatabase } from './sqlite/database.ts'
import { migrate } from './sqlite/migrate.ts'
import { readMigrations } from './sqlite/migrations.ts'
import { prismaClient } from './sqlite/prisma-client.ts'
import { surveyStore } from './survey-store.ts'

export interface StoreOptions {
  /** `file:PATH`, relative to the working directory. */
  readonly databaseUrl: string
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** Everything the apps keep, behind the ports of the core. */
export interface Store {
  readonly organisation: OrganisationStore
  readonly survey: SurveyStore
  readonly people: PeopleStore
  readonly improvements: ImprovementStore
  readonly callLimits: CallLimitStore
  /** For the sign-in library only, which brings its own record keeping. */
  readonly authRecords: ReturnType<typeof prismaClient>
  close(): Promise<void>
}

export const ANONYMOUS_TABLES = ['answer', 'comment', 'tally', 'answer_day'] as const

/** Opens the database file, brings it up to date and binds the stores. Throws DatabaseFault. */
export async function openStore({ databaseUrl, clock, ids, tokens, sleep }: StoreOptions): Promise<Store> {
  const file = resolve(databaseUrl.replace(/^file:/, ''))
  mkdirSync(dirname(file), { recursive: true })
  const database = openDatabase({ file, sleep, now: () => clock.now() })
  await migrate(database, readMigrations(), new Date(clock.now()), { withoutRowid: ANONYMOUS_TABLES })
  const authRecords = prismaClient(database)
  return {
    organisation: organisationStore(database),
    survey: surveyStore(database, { ids, tokens }),
    people: peopleStore(database),
    improvements: improvementStore(database),
    callLimits: callLimitStore(database),
    authRecords,
    close: async () => {
      await authRecords.$disconnect()
      await database.close()
    },
  }
}
