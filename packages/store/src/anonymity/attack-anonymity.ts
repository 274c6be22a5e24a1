import type { Instant, PeriodKey } from '@wayproof/kernel'
import type { WaveAnonymity } from '@wayproof/survey'
import { draftRecords } from './draft-records.ts'
import { cameSince } from './earlier-copy.ts'
import { type ExposedWave, exposedWaves } from './exposed-wave.ts'
import { copyOf, type FileCopy } from './file-copy.ts'
import { freedBytes } from './freed-bytes.ts'
import { remindedPeople } from './reminded-people.ts'
import { sameAnswers } from './same-answers.ts'
import { storedSizes } from './stored-sizes.ts'
import { rowOrder, sharedValues, smallGroups, storedMoments } from './table-attacks.ts'
import { writeLog } from './write-log.ts'

export interface AnonymityAttack {
  /** Path of the database file. */
  readonly file: string
  /** An earlier copy of it, such as a backup. */
  readonly earlier?: string | undefined
  /** One wave; all when left out. */
  readonly period?: PeriodKey
  readonly now: Instant
}

/**
 * Tries, with the file and its log but without the key, to tell whose the stored answers are, and counts what it could
 * tell: one row a wave, in the order of periods. Changes nothing. Throws DatabaseFault when a file cannot be read.
 */
export function attackAnonymity({ file, earlier, period, now }: AnonymityAttack): readonly WaveAnonymity[] {
  const copy = copyOf(file)
  try {
    const before = earlier === undefined ? null : copyOf(earlier)
    try {
      return exposedWaves(copy.connection, period).map((wave) => attackWave(copy, before, wave, now))
    } finally {
      before?.close()
    }
  } finally {
    copy.close()
  }
}

function attackWave(copy: FileCopy, before: FileCopy | null, wave: ExposedWave, now: number): WaveAnonymity {
  const { connection, file, log, whole } = copy
  const freed = freedBytes(connection, whole, wave)
  const drafts = draftRecords(whole, wave)
  const tied = {
    'shared-values': sharedValues(connection, wave),
    'stored-moments': storedMoments(connection, wave, now),
    'row-order': rowOrder(connection, wave),
    'stored-sizes': storedSizes(wave, drafts),
    'small-groups': smallGroups(wave),
    'freed-bytes': freed.tied,
    'write-log': writeLog(log, file, wave),
    'earlier-copy': before ? fromEarlierCopy(before, wave) : null,
  }
  const counts = Object.entries(tied).map(([attack, keys]) => [attack, keys === null ? null : new Set(keys).size])
  return {
    period: wave.period,
    status: wave.status,
    answers: wave.answers.size,
    // Drafts that an attack told apart are no answers yet.
    tied: new Set(Object.values(tied).flatMap((keys) => (keys ?? []).filter((key) => wave.answers.has(key)))).size,
    respondentsKnown: freed.respondents.size,
    draftsKnown: new Set(drafts.map(({ id }) => id)).size,
    remindedKnown: remindedPeople(connection, whole, wave).size,
    tiedBy: Object.fromEntries(counts) as WaveAnonymity['tiedBy'],
  }
}

/** What the copy tells by itself about answers that are still there, and what the difference to it tells. */
function fromEarlierCopy({ connection, file, log }: FileCopy, wave: ExposedWave): readonly string[] {
  const then = exposedWaves(connection, wave.period).find(({ id }) => id === wave.id)
  if (!then) return []
  const same = sameAnswers(then, wave)
  const told = [...smallGroups(then), ...writeLog(log, file, then)].flatMap((key) => same.get(key) ?? [])
  return [...told, ...cameSince(then, wave, same)]
}
