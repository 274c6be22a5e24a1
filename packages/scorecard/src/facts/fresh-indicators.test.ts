import { engines } from '@wayproof/database/testing/engines'
import { importRegister } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import type { RegisterId } from '@wayproof/evidence/register'
import { importPorts } from '@wayproof/evidence/testing/import-ports'
import { undoImport } from '@wayproof/evidence/undo-import'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { describe, expect, test } from 'vitest'
import { listMeasures } from '../measures/list-measures.ts'
import { RULES } from '../rules.ts'
import { NO_SEALS } from '../testing/no-seals.ts'
import { factSource } from './fact-source.ts'

const timeZone = 'Asia/Shanghai'
const share = (numerator: number, denominator: number) => ({ kind: 'share', share: { numerator, denominator } })
const unknown = (missing: string) => ({ kind: 'unknown', missing })

describe.each(engines)('on $engine', ({ open }) => {
  async function company() {
    const database = await open()
    const put = async (register: RegisterId, day: string, text: string) => {
      async function* source() {
        yield new TextEncoder().encode(text)
      }
      const file = { source: source(), fileName: `${day}.csv`, by: 'officer', dryRun: false }
      const command = { register, profile: defaultProfile(register), ...file }
      const imported = await importRegister(importPorts(database, startOfDay(day, timeZone)), command)
      if (!imported.ok) throw new Error(JSON.stringify(imported.fault))
      return imported.value
    }
    return {
      put,
      /** Undoes the newest import of a register. */
      undo: async (register: RegisterId, day: string) => {
        const last = 'SELECT id FROM import_file WHERE register = @register ORDER BY number DESC LIMIT 1'
        const importId = (await database.query.get<{ id: string }>(last, { register }))?.id ?? ''
        const by = { by: 'officer', reason: 'wrong file' }
        return undoImport(importPorts(database, startOfDay(day, timeZone)), { register, importId, ...by })
      },
      value: async (id: string, period: string, today: string) => {
        const facts = factSource(database, { timeZone, rules: RULES })
        const clock = { now: () => startOfDay(today, timeZone) + 3_600_000 }
        const listed = await listMeasures({ facts, ...NO_SEALS, clock, timeZone }, { period })
        if (!listed.ok) throw new Error(listed.fault.code)
        return listed.value.measures.flatMap(({ indicators }) => indicators).find((each) => each.id === id)?.value
      },
    }
  }

  const systems = (checkedOn: string, encrypted: 'yes' | 'no', ids = ['S1', 'S2']) =>
    `id,name,customerData,encryptedAtRest,encryptedInTransit,checkedOn\n${ids
      .map((id) => `${id},${id},yes,${encrypted},yes,${checkedOn}`)
      .join('\n')}\n`

  test('a half-year shows the encryption that was found by its end, whatever later checks found', async () => {
    const { put, value } = await company()
    await put('systems', '2025-08-01', systems('2025-07-30', 'no'))
    await put('systems', '2026-03-02', systems('2026-03-01', 'yes', ['S1', 'S2', 'S3']))
    expect(await value('encryption', '2025-H2', '2026-03-10')).toEqual(share(0, 2))
    expect(await value('encryption', '2026-H1', '2026-03-10')).toEqual(share(3, 3))
    expect(await value('encryption', '2025-H1', '2026-03-10')).toEqual(unknown('nothing-registered'))
  })

  test('a corrected day of a check and an undone import leave no trace in an older half-year', async () => {
    const { put, undo, value } = await company()
    await put('systems', '2025-08-01', systems('2025-07-30', 'no'))
    await put('systems', '2025-12-20', systems('2025-12-01', 'yes'))
    expect(await value('encryption', '2025-H2', '2026-03-10')).toEqual(share(2, 2))
    expect(await undo('systems', '2026-03-03')).toMatchObject({ ok: true })
    expect(await value('encryption', '2025-H2', '2026-03-10')).toEqual(share(0, 2))
    await put('systems', '2026-03-04', systems('2025-11-30', 'yes'))
    expect(await value('encryption', '2025-H2', '2026-03-10')).toEqual(share(2, 2))
  })

  test('a check counts for 12 months: an older one is no success, and old ones alone are unknown', async () => {
    const { put, value } = await company()
    await put('systems', '2024-03-01', systems('2024-02-29', 'yes'))
    expect(await value('encryption', '2024-H2', '2026-03-10')).toEqual(share(2, 2))
    expect(await value('encryption', '2025-H1', '2026-03-10')).toEqual(unknown('outdated'))
    await put('systems', '2025-06-30', systems('2025-06-30', 'yes', ['S1']))
    expect(await value('encryption', '2025-H1', '2026-03-10')).toEqual(share(1, 2))
  })

  test('a form that was checked in 2019 is not covered, and alone it is unknown', async () => {
    const { put, value } = await company()
    const form = (point: string, checkedOn: string) => `${point},name,${point},online,yes,yes,booking,1,${checkedOn}\n`
    const heads = 'pointId,field,form,place,mandatory,needed,purpose,noticeVersion,checkedOn\n'
    await put('policy-versions', '2019-01-02', 'version,approvedOn,effectiveOn\n1,2019-01-01,2019-01-01\n')
    await put('collection-points', '2019-05-02', `${heads}${form('F1', '2019-05-01')}`)
    for (const id of ['consent-notices', 'minimal-forms'])
      expect(await value(id, '2025-H2', '2026-03-10')).toEqual(unknown('outdated'))
    await put('collection-points', '2025-12-02', `${heads}${form('F2', '2025-12-01')}`)
    for (const id of ['consent-notices', 'minimal-forms'])
      expect(await value(id, '2025-H2', '2026-03-10')).toEqual(share(1, 2))
  })

  test('a scan of some systems covers no month, and no finding is no success where nobody looked', async () => {
    const { put, value } = await company()
    const scan = (id: string, kind: string, on: string) => `${id},${kind},${on}\n`
    const heads = 'id,kind,performedOn\n'
    const months = ['07', '08', '09', '10', '11', '12']
    await put(
      'security-scans',
      '2026-01-02',
      heads + months.map((month) => scan(`P${month}`, 'scan', `2025-${month}-05`)).join(''),
    )
    expect(await value('vulnerability-scans', '2025-H2', '2026-03-10')).toEqual(unknown('no-full-scan'))
    await put('security-scans', '2026-01-03', `${heads}${scan('F1', 'full-scan', '2025-09-06')}`)
    expect(await value('vulnerability-scans', '2025-H2', '2026-03-10')).toEqual(share(1, 6))
    const finding =
      'id,foundIn,foundOn,finding,severity,owner,dueOn,fixedOn\nV1,F1,2025-09-06,old,low,IT,2025-10-06,2025-10-01\n'
    await put('security-findings', '2026-01-04', finding)
    expect(await value('critical-findings', '2025-H2', '2026-03-10')).toEqual({ kind: 'count', count: 0 })
    expect(await value('critical-findings', '2026-H2', '2026-08-01')).toEqual(unknown('outdated'))
  })
})
