import { databasePlace } from '@wayproof/database/installation/database-place'
import type { AnswerLoad } from './answer-load.ts'
import { loadAnswersOnPostgresql } from './load-answers-on-postgresql.ts'
import { loadAnswersOnSqlite } from './load-answers-on-sqlite.ts'

/**
 * Fills a closed wave with generated answers, for benchmarks only: writes directly into a database that no process uses,
 * and without protection against a power cut. Each cell gets about its share of the invited people. The engine generates
 * the answers and computes the counters by grouping them, independently of the product's counting.
 */
export async function loadAnswers(databaseUrl: string, load: AnswerLoad): Promise<void> {
  const place = databasePlace(databaseUrl)
  if (place.engine === 'sqlite') loadAnswersOnSqlite(place.file, load)
  else await loadAnswersOnPostgresql(place.url, load)
}
