/** The change of the counters by one answer that is given or withdrawn. No recount could restore them. */
export interface CountedChange {
  readonly waveId: string
  readonly answered: 1 | -1
  /** The day of the curve that counts it; null leaves the curve unchanged. */
  readonly day: string | null
}

/** Sums the changes of one commit, so that a full batch writes each counter once. */
export class Counters {
  readonly #days = new Map<string, { readonly waveId: string; readonly day: string; count: number }>()
  readonly #waves = new Map<string, { readonly waveId: string; answered: number; withdrawn: number }>()

  add({ waveId, answered, day }: CountedChange): void {
    const wave = this.#waves.get(waveId) ?? { waveId, answered: 0, withdrawn: 0 }
    wave.answered += answered
    if (answered < 0) wave.withdrawn += 1
    this.#waves.set(waveId, wave)
    if (day === null) return
    const curve = this.#days.get(`${day} ${waveId}`) ?? { waveId, day, count: 0 }
    curve.count += 1
    this.#days.set(`${day} ${waveId}`, curve)
  }

  get days(): readonly { readonly waveId: string; readonly day: string; readonly count: number }[] {
    return [...this.#days.values()]
  }

  get waves(): readonly { readonly waveId: string; readonly answered: number; readonly withdrawn: number }[] {
    return [...this.#waves.values()]
  }
}
