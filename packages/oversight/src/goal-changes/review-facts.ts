import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { beginWatch, continueWatch, type FactChange, type FactWatch, lastingChange } from './fact-watch.ts'
import { type FactLook, type FactState, factKey } from './goal-fact.ts'

/** A watch after a look, and the change that is to be mailed, if any. */
export interface ReviewedFact {
  readonly watch: FactWatch
  readonly change: FactChange | null
}

/** Compares the facts of a day with what is known of them. `watches` has those of earlier periods too. */
export function reviewFacts(
  looks: readonly FactLook[],
  watches: readonly FactWatch[],
  today: CalendarDate,
): readonly ReviewedFact[] {
  const watchesByFact = new Map(watches.map((watch) => [factKey(watch), watch]))
  return looks.map((look) => {
    const earlierWatch = watchesByFact.get(factKey(look))
    const watch = earlierWatch
      ? continueWatch(earlierWatch, look.state, today)
      : beginWatch(look, stateBefore(look, watches), today)
    return { watch, change: lastingChange(watch, today) }
  })
}

/** The confirmed state in the last earlier period; periods of one fact are of one kind, so their keys have an order. */
function stateBefore({ goal, judged, fact }: FactLook, watches: readonly FactWatch[]): FactState | null {
  const earlier = watches.filter((watch) => watch.goal === goal && watch.fact === fact && watch.judged < judged)
  return earlier.sort((one, other) => (one.judged < other.judged ? -1 : 1)).at(-1)?.confirmed ?? null
}
