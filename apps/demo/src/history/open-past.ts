import { DEFAULT_TIME_ZONE } from '@wayproof/command-line/open-data'
import { openKeyFile } from '@wayproof/database/installation/key-file'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { momentOn } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Outcome } from '@wayproof/kernel/outcome'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { openStore } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'

export const TIME_ZONE = DEFAULT_TIME_ZONE

/** A data folder and the URL of its database. */
export interface PastPlace {
  readonly data: string
  readonly databaseUrl: string
}

/** A clock that stands still until it is moved, and never goes back. */
interface PastClock extends Clock {
  moveTo(day: string, hour: number): void
}

function pastClock(start: Instant): PastClock {
  let now = start
  return {
    now: () => now,
    moveTo: (day, hour) => {
      now = Math.max(now, momentOn(day, hour, TIME_ZONE))
    },
  }
}

/** The store of an installation that no app runs yet, with a clock that is moved through the past. */
export type Past = Awaited<ReturnType<typeof openPast>>

/** Opens the store of an empty installation on the day it was set up. Throws if the key file cannot be used. */
export async function openPast({ data, databaseUrl }: PastPlace, startsOn: string) {
  const place = storePlace({ DATA_DIR: data, DATABASE_URL: databaseUrl })
  const keyFile = done(await openKeyFile(place.keyFile, systemTokens, databaseUrl))
  const clock = pastClock(momentOn(startsOn, 9, TIME_ZONE))
  const machine = {
    clock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: keyring(...keyFile.keys),
    timeZone: TIME_ZONE,
  }
  const store = await openStore({ ...place, ...machine, keyBinding: keyFile, sleep: systemSleep })
  return { ...machine, rules: RULES, store }
}

/** Ports of the survey's use cases. */
export const surveyPorts = ({ store, ...past }: Past) => ({ ...past, store: store.survey })

/** Ports of the scorecard and of closing a half-year; no reference clock is asked. */
export const closingPorts = ({ store, rules, ...past }: Past) => ({
  ...{ ...past, facts: store.facts(rules), sealed: store.sealed },
  ...{ closing: store.closing, actions: store.actions, clockOffset: async () => null },
})

/** The value of an outcome; throws its fault, because nothing in the past may fail. */
export function done<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(JSON.stringify(outcome.fault))
}
