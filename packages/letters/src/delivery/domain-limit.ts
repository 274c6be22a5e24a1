/** Milliseconds that a letter waits for a place before others go first. */
const PATIENCE_MS = 1000

/** Limits the letters in flight to one recipient domain. */
export interface DomainLimit {
  /** Takes a place for a letter to `address`, and returns the function that frees it; null if none becomes free soon. */
  enter(address: string): Promise<(() => void) | null>
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

interface Domain {
  inFlight: number
  /** True if no place became free in time and none has since, so that further letters do not wait. */
  stuck: boolean
  readonly waiting: Set<(isFree: boolean) => void>
}

/**
 * Allows `most` letters at once to one domain. The next letter waits its turn for up to `patience` milliseconds; after
 * one waited in vain, others do not wait, so that a slow domain delays no other.
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
    // The place passes directly to the next letter, so that no newer one takes it.
    if (next) next(true)
    else if (domain.inFlight > 1) domain.inFlight -= 1
    else domains.delete(name)
  }

  function turn(domain: Domain): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (isFree: boolean) => {
        if (domain.waiting.delete(settle)) resolve(isFree)
      }
      domain.waiting.add(settle)
      void sleep(patience).then(() => settle(false))
    })
  }

  return {
    async enter(address) {
      const name = domainOf(address)
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
