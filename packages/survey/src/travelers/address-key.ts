import type { Keyring } from '@wayproof/kernel/secrets/keyring'

/** The 32-byte keyed hash under which an address, as normalized by `parseEmail`, is looked up and suppressed. */
export const addressKey = (keyring: Keyring, address: string): Uint8Array => keyring.mac('address-look-up', address)
