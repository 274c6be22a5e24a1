import { BLANK, type CodedItem } from '@wayproof/forms/questionnaire/coded-item'
import { type CrossCount, driverItems } from '@wayproof/forms/questionnaire/driver-items'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'

/** Counts pairs of ratings in stored answers; a blank or a missing opinion makes no pair. */
export class PairCounts {
  readonly #headline: number
  readonly #points: number
  readonly #drivers: readonly Driver[]

  constructor(questionnaire: Questionnaire, coded: readonly CodedItem[]) {
    const driverSet = driverItems(questionnaire)
    const placeOf = (id: string) => coded.findIndex(({ item }) => item === id)
    const pointsOf = (scale: string) => questionnaire.scales[scale]?.points.length ?? 0
    this.#headline = driverSet ? placeOf(driverSet.headline.id) : -1
    this.#points = driverSet ? pointsOf(driverSet.headline.scale) : 0
    this.#drivers = (driverSet?.drivers ?? []).map(({ id, scale }) => {
      const points = pointsOf(scale)
      return { item: id, at: placeOf(id), points, counts: new Float64Array((points + 1) * (this.#points + 1)) }
    })
  }

  add(stored: string, by = 1): void {
    const headline = stored.charCodeAt(this.#headline) - BLANK
    if (!(headline > 0 && headline <= this.#points)) return
    for (const { at, points, counts } of this.#drivers) {
      const value = stored.charCodeAt(at) - BLANK
      if (!(value > 0 && value <= points)) continue
      const place = value * (this.#points + 1) + headline
      counts[place] = (counts[place] ?? 0) + by
    }
  }

  /** Without pairs that never occur. */
  entries(): readonly CrossCount[] {
    return this.#drivers.flatMap(({ item, counts }) =>
      [...counts].flatMap((count, place) => {
        const headline = place % (this.#points + 1)
        return count > 0 ? [{ item, value: (place - headline) / (this.#points + 1), headline, count }] : []
      }),
    )
  }
}

interface Driver {
  readonly item: string
  /** Position in a stored answer. */
  readonly at: number
  readonly points: number
  /** By rating and headline. */
  readonly counts: Float64Array
}
