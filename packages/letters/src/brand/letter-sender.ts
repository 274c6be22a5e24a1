import type { BrandStore } from '@wayproof/accounts/brand/brand-store'
import { brandedOrganisation } from '@wayproof/accounts/brand/branded-organisation'
import type { OrganisationStore } from '@wayproof/accounts/organisation/organisation-store'
import { parseEmail } from '@wayproof/kernel/people/email'
import type { LetterSender } from '../delivery/attempt-letter.ts'
import { logoPart } from '../message/logo-part.ts'

interface Stores {
  readonly organisation: Pick<OrganisationStore, 'get'>
  readonly brand: Pick<BrandStore, 'get' | 'logo'>
}

/** The sender of letters: `mailFrom`, or else the organization's address. Null before set-up. */
export async function letterSender(stores: Stores, mailFrom: string | null): Promise<LetterSender | null> {
  const organisation = await brandedOrganisation(stores)
  const sender = mailFrom ?? parseEmail(organisation?.contactEmail ?? '')
  if (!organisation || !sender) return null
  const { color, logo } = organisation.brand
  const picture = logo && (await stores.brand.logo(logo.id))
  // A logo that was replaced between the two reads is left out.
  if (!logo || !picture) return { organisation: { ...organisation, brand: { color, logo: null } }, sender }
  return { organisation, sender, logo: logoPart(logo.id, picture.type, picture.bytes) }
}
