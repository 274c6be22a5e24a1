/** The logo of the organization, stored under `id`; the sizes are in pixels. */
export interface Logo {
  readonly id: string
  readonly width: number
  readonly height: number
}

/** How the organization's letters and pages look. Null: as the product does. */
export interface Brand {
  /** `#rrggbb` in lower case. */
  readonly color: string | null
  readonly logo: Logo | null
}

export const NO_BRAND: Brand = { color: null, logo: null }

/** A logo goes out with every letter. */
export const MOST_LOGO_BYTES = 64 * 1024

/** Where the dashboard and the survey serve the logo: an address never gets another content. */
export const LOGO_PATH = '/logo/:id'

export const logoPath = ({ id }: Pick<Logo, 'id'>): string => LOGO_PATH.replace(':id', id)

/** The size of the logo in a space of this height: at most five times as wide, and never larger than it is. */
export function logoSize({ width, height }: Omit<Logo, 'id'>, most: number): { width: number; height: number } {
  const scale = Math.min(most / height, (most * 5) / width, 1)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
