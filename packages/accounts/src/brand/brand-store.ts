import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import type { Brand } from '@wayproof/kernel/brand/brand'
import type { LogoPicture, LogoType } from './read-logo.ts'

/** How the organization's letters and pages look. */
export interface BrandStore {
  get(): Promise<Brand>
  /** The picture of an address; null if it is not the organization's logo, or no longer. */
  logo(id: string): Promise<Pick<LogoPicture, 'type' | 'bytes'> | null>
  /** `#rrggbb`; null for the color of the product. */
  setColor(color: string | null): Promise<void>
  setLogo(logo: LogoPicture | null): Promise<void>
}

export function brandStore(database: QueryDatabase): BrandStore {
  const save = (change: object) =>
    database.transaction(async ({ records }) => {
      await records.brand.upsert({ where: { id: 1 }, create: { id: 1, ...change }, update: change })
      await addSettingChange(records, 'brand')
    })
  return {
    get: () => readBrand(database.query),
    logo: async (id) =>
      (await database.query.get<{ type: LogoType; bytes: LogoPicture['bytes'] }>(LOGO, { id })) ?? null,
    setColor: (color) => save({ color }),
    setLogo: (logo) =>
      save({
        logoId: logo?.id ?? null,
        logoType: logo?.type ?? null,
        logoWidth: logo?.width ?? null,
        logoHeight: logo?.height ?? null,
        logoBytes: logo?.bytes ?? null,
      }),
  }
}

const LOGO = 'SELECT logo_type AS type, logo_bytes AS bytes FROM brand WHERE logo_id = @id'

const BRAND = 'SELECT color, logo_id AS id, logo_width AS width, logo_height AS height FROM brand WHERE id = 1'

interface Row {
  readonly color: string | null
  readonly id: string | null
  readonly width: number
  readonly height: number
}

/** Reads with SQL, because survey links show it and do not load Prisma Client. */
async function readBrand(query: ReadQuery): Promise<Brand> {
  const { color, id, width, height } = (await query.get<Row>(BRAND)) ?? { color: null, id: null, width: 0, height: 0 }
  return { color, logo: id === null ? null : { id, width, height } }
}
