/** Milliseconds that a letter waits for a place before others go first. */
const PATIENCE_MS = 1000

/** Gives places to letters in flight, so many to one recipient domain at once. */
export interface DomainLimit {
  /** A place for a letter to `address`, to be left when it is done; null: none becomes free soon. */
  enter(address: string): Promise<(() => void) | null>
}

interface Domain {
  inFlight: number
  /** No place became free in time, and none has since: nobody waits here any more. */
  stuck: boolean
  readonly waiting: Set<(free: boolean) => void>
}

/**
 * At most `most` letters at once to one domain. Where letters pass quickly, the next one waits its turn; where none
 * passes within a moment, it is told so at once, so that a slow domain holds up nobody else.
 */
export function domainLimit(
  most: number,
  sleep: (milliseconds: number) => Promise<void>,
  patience = PATIENCE_MS,
): DomainLimit {
  const domains = new Map<string, Domain>()

  function leave(name: string, domain: Domain): void {
    domain.stuck = false
    const [next] = domain.waiting
    // The place passes from hand to hand, so that nobody slips in between.
    if (next) next(true)
    else if (domain.inFlight > 1) domain.inFlight -= 1
    else domains.delete(name)
  }

  function turn(domain: Domain): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (free: boolean) => {
        if (domain.waiting.delete(settle)) resolve(free)
      }
      domain.waiting.add(settle)
      void sleep(patience).then(() => settle(false))
    })
  }

  return {
    async enter(address) {
      const name = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
      const domain = domains.get(name) ?? { inFlight: 0, stuck: false, waiting: new Set() }
      domains.set(name, domain)
      if (domain.inFlight < most) domain.inFlight += 1
      else if (domain.stuck || !(await turn(domain))) {
        domain.stuck = true
        return null
      }
      return () => leave(name, domain)
    },
  }
}
