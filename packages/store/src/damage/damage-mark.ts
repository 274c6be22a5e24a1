import { readFileSync, rmSync } from 'node:fs'
import type { Instant, Tokens } from '@wayproof/kernel'
import { codeOf, replaceFile } from '../files/replace-file.ts'

/** What a check found broken in the database file, in SQLite's own words. */
export interface Damage {
  readonly at: Instant
  readonly faults: readonly string[]
}

/** Milliseconds after which another process's note is seen. */
const LOOK_AGAIN_MS = 1_000

/** A note beside the database, for every process that has it open: nothing more may be written. */
export class DamageMark {
  readonly #path: string
  readonly #now: () => number
  #seen: Damage | null = null
  #lookedAt = Number.NEGATIVE_INFINITY

  /** `now` in milliseconds, of any clock. */
  constructor(databaseFile: string, now: () => number) {
    this.#path = `${databaseFile}-damaged`
    this.#now = now
  }

  /** Null while nothing is known to be broken. */
  read(): Damage | null {
    const now = this.#now()
    if (Math.abs(now - this.#lookedAt) < LOOK_AGAIN_MS) return this.#seen
    this.#lookedAt = now
    this.#seen = this.#fromFile()
    return this.#seen
  }

  note(damage: Damage, tokens: Tokens): void {
    replaceFile(this.#path, `${JSON.stringify(damage)}\n`, tokens)
    this.#lookedAt = Number.NEGATIVE_INFINITY
  }

  clear(): void {
    rmSync(this.#path, { force: true })
    this.#lookedAt = Number.NEGATIVE_INFINITY
  }

  #fromFile(): Damage | null {
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8'))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      return { at: 0, faults: ['the note of a fault cannot be read'] }
    }
  }
}
