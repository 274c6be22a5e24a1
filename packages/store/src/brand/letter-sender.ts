import { parseEmail } from '@wayproof/kernel'
import type { LetterSender } from '@wayproof/letters'
import { logoPart } from '@wayproof/letters/logo'
import type { OrganisationStore } from '../organisation/organisation-store.ts'
import type { BrandStore } from './brand-store.ts'
import { brandedOrganisation } from './branded-organisation.ts'

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
