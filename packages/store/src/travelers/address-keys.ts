import type { Keyring } from '@wayproof/kernel/keyring'

/** What addresses are sealed under and looked up by, in hexadecimal: for a thread that is handed no other key. */
export interface AddressKeys {
  readonly sealing: string
  readonly lookUp: string
}

export const addressKeys = (keyring: Keyring): AddressKeys => ({
  sealing: keyring.secret('address'),
  lookUp: keyring.secret('address-look-up'),
})
