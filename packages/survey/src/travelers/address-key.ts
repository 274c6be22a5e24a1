import type { Keyring } from '@wayproof/kernel/keyring'

/** The keyed hash, 32 bytes, by which an address as `parseEmail` spells it is looked up and suppressed. */
export const addressKey = (keyring: Keyring, address: string): Uint8Array => keyring.mac('address-look-up', address)
