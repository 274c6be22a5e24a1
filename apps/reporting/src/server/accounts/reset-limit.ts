import type { CallLimit } from '@wayproof/accounts/sign-in/call-limit-store'
import type { Tokens } from '@wayproof/kernel/id'
import { type NetworkLimit, networkLimit } from '@wayproof/kernel/network/count-networks'
import type { Store } from '@wayproof/operations/store/open-store'

const WITHIN_MS = 15 * 60_000
const MOST_OF_NETWORK = 20

/** Limit over all callers: letters that no one asked for would fill the outbox. */
const IN_ALL: CallLimit = { calls: 200, milliseconds: WITHIN_MS }

/** Beyond these, for networks that have not asked for a link this day. */
const RESERVED: CallLimit = { calls: 100, milliseconds: WITHIN_MS }

interface ResetLimitPorts {
  readonly store: Pick<Store, 'callLimits'>
  readonly tokens: Tokens
  readonly onRefused: () => void
}

/** The limit of requested links for a new password. */
export const resetLimit = ({ store, tokens, onRefused }: ResetLimitPorts): NetworkLimit =>
  networkLimit({
    withinMs: WITHIN_MS,
    mostOfNetwork: MOST_OF_NETWORK,
    tokens,
    countInAll: (now) => store.callLimits.take('reset-all', IN_ALL, now),
    countReserved: (now) => store.callLimits.take('reset-reserved', RESERVED, now),
    onRefused,
  })
