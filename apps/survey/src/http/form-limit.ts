import type { Tokens } from '@wayproof/kernel/id'
import { type NetworkLimit, networkLimit } from '@wayproof/kernel/network/count-networks'
import { type TryLimitPorts, tryLimit } from './try-limit.ts'

const WITHIN_MS = 600_000
const MOST_OF_NETWORK = 10
const MOST_IN_ALL = 300
/** Beyond these, for networks that have not posted this day. */
const RESERVED = 100

/** Limits of new requests and reports, valid ones included, because a flood of them would fill the disk. */
export interface FormLimits {
  readonly requests: NetworkLimit
  /** Kept separate so that flooding one channel does not block the other. */
  readonly reports: NetworkLimit
}

interface FormLimitPorts extends TryLimitPorts {
  readonly tokens: Tokens
  readonly onRefused: () => void
}

export function formLimits({ tokens, onRefused, ...ports }: FormLimitPorts): FormLimits {
  const counted = (kind: string, most: number) => {
    const limit = tryLimit(ports, kind, most, WITHIN_MS)
    return async (now: number) => ((await limit.count(now)) ? null : WITHIN_MS - (now % WITHIN_MS))
  }
  const limitOf = (kind: keyof FormLimits) =>
    networkLimit({
      withinMs: WITHIN_MS,
      mostOfNetwork: MOST_OF_NETWORK,
      tokens,
      countInAll: counted(kind, MOST_IN_ALL),
      countReserved: counted(`${kind}-reserved`, RESERVED),
      onRefused,
    })
  return { requests: limitOf('requests'), reports: limitOf('reports') }
}
