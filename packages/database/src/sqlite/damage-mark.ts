import { readFileSync, rmSync } from 'node:fs'
import type { Instant } from '@wayproof/kernel/clock'
import type { Tokens } from '@wayproof/kernel/id'
import { codeOf, replaceFile } from '../files/replace-file.ts'

/** Damage that a check found in the database file, in SQLite's own words. */
export interface Damage {
  readonly at: Instant
  readonly faults: readonly string[]
}

/** Interval in ms at which a process reads the notes of others. */
const LOOK_AGAIN_MS = 1_000

/** A note beside the database that tells every process which has it open to write nothing more. */
export class DamageMark {
  readonly #path: string
  readonly #now: () => number
  #seen: Damage | null = null
  #lookedAt = Number.NEGATIVE_INFINITY

  /** `now` returns milliseconds of any clock. */
  constructor(databaseFile: string, now: () => number) {
    this.#path = `${databaseFile}-damaged`
    this.#now = now
  }

  /** Null while no damage is known. */
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
