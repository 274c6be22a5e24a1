import type { Keyring } from '@wayproof/kernel/secrets/keyring'

/** Hexadecimal keys that encrypt and look up addresses, for a thread that gets no other key. */
export interface AddressKeys {
  readonly sealing: string
  readonly lookUp: string
}

export const addressKeys = (keyring: Keyring): AddressKeys => ({
  sealing: keyring.secret('address'),
  lookUp: keyring.secret('address-look-up'),
})
