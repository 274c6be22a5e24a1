import type { Brand } from '@wayproof/kernel/brand/brand'
import type { Organisation } from '../organisation/organisation.ts'
import type { OrganisationStore } from '../organisation/organisation-store.ts'
import type { BrandStore } from './brand-store.ts'

export interface BrandedOrganisation extends Organisation {
  readonly brand: Brand
}

interface Stores {
  readonly organisation: Pick<OrganisationStore, 'get'>
  readonly brand: Pick<BrandStore, 'get'>
}

/** The organization and how its letters and pages look; null before set-up. */
export async function brandedOrganisation({ organisation, brand }: Stores): Promise<BrandedOrganisation | null> {
  const named = await organisation.get()
  return named && { ...named, brand: await brand.get() }
}
