import type { Brand } from '@wayproof/kernel/brand/brand'
import type { OrganisationNames } from '@wayproof/kernel/people/organisation-name'

/** The sender of letters. `sample` puts the label of sample data into every letter. */
export interface Organisation extends OrganisationNames {
  readonly contactEmail: string
  readonly sample: boolean
  /** Absent: letters look as the product does. */
  readonly brand?: Brand
}
