import type { UserRole } from '@wayproof/accounts/accounts/person'
import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence/register'
import type { Cells } from '@wayproof/evidence/rows/ports'
import type { Services } from '../trpc/context.ts'
import { isStaffRegister, maySeeStaff } from './register-access.ts'

const MAX_OF_REGISTER = 3
const MAX_RECORDS = 12

export interface FoundRecord {
  readonly register: RegisterId
  readonly key: string
  readonly cells: Cells
}

/** The records that contain `find`, in the registers whose records this reader may see; a few of each register. */
export async function searchRecords(
  { store }: Pick<Services, 'store'>,
  role: UserRole,
  find: string,
): Promise<readonly FoundRecord[]> {
  const visible = REGISTER_IDS.filter((register) => !isStaffRegister(register) || maySeeStaff(role))
  const records: FoundRecord[] = []
  // One register after the other, so that a search never takes all connections of the server.
  for (const register of visible) {
    const query = { find, filters: [], sort: null, offset: 0, limit: MAX_OF_REGISTER }
    const { rows } = await store.rows.page(register, query)
    records.push(...rows.map(({ key, cells }) => ({ register, key, cells })))
    if (records.length >= MAX_RECORDS) break
  }
  return records.slice(0, MAX_RECORDS)
}
